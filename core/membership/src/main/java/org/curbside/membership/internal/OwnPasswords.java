package org.curbside.membership.internal;

import org.curbside.api.membership.Entry;
import org.curbside.api.membership.OwnPassword;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountStore;
import org.curbside.membership.internal.store.FactorStore;
import org.curbside.membership.internal.store.SessionStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes passwords. */
@Component
public final class OwnPasswords implements OwnPassword {

    private final Doorkeeper doorkeeper;
    private final Passwords passwords;
    private final AccountStore accounts;
    private final FactorStore factors;
    private final SessionStore sessions;

    /** As the platform runs it. */
    @Activate
    public OwnPasswords(
            @Reference Doorkeeper doorkeeper,
            @Reference Passwords passwords,
            @Reference AccountStore accounts,
            @Reference FactorStore factors,
            @Reference SessionStore sessions) {
        this.doorkeeper = doorkeeper;
        this.passwords = passwords;
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
    }

    @Override
    public Entry.In choose(String session, @Nullable String chosen) {
        Guest guest = doorkeeper.confirmedGuest(session);
        String digest = passwords.chosen(chosen, guest.account().name());
        accounts.changePassword(guest.id(), digest);
        return doorkeeper.begin(guest.account(), null);
    }

    @Override
    public void remove(String session) {
        Guest guest = doorkeeper.confirmedGuest(session);
        if (!guest.account().isPhysician()) {
            throw Refusal.forbidden("members-only", "Only members can do without a password.");
        }
        if (!factors.removePassword(guest.id())) {
            throw Refusal.conflict("last-way-in", "Add a passkey first; nothing else would be left to sign in with.");
        }
        sessions.endOthers(guest.session());
    }
}
