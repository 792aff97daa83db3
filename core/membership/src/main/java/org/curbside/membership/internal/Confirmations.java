package org.curbside.membership.internal;

import java.time.Clock;
import java.util.Objects;
import org.curbside.api.membership.Access;
import org.curbside.api.membership.Confirmation;
import org.curbside.api.membership.PasskeySignature;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.FactorStore;
import org.curbside.membership.internal.store.TryStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has whoever is signed in show once more who they are. Wrong tries are counted by the session: no stranger can make any. */
@Component
public final class Confirmations implements Confirmation {

    private final Doorkeeper doorkeeper;
    private final PasskeyCheck passkeys;
    private final Passwords passwords;
    private final FactorStore factors;
    private final Codes codes;
    private final Tries tries;

    /** As the platform runs it. */
    @Activate
    public Confirmations(
            @Reference Doorkeeper doorkeeper,
            @Reference PasskeyCheck passkeys,
            @Reference Passwords passwords,
            @Reference FactorStore factors,
            @Reference TryStore tries,
            @Reference Strongbox strongbox) {
        this(doorkeeper, passkeys, passwords, factors, tries, strongbox, Clock.systemUTC());
    }

    Confirmations(
            Doorkeeper doorkeeper,
            PasskeyCheck passkeys,
            Passwords passwords,
            FactorStore factors,
            TryStore tries,
            Strongbox strongbox,
            Clock clock) {
        this.doorkeeper = doorkeeper;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.factors = factors;
        this.codes = new Codes(factors, strongbox, clock);
        this.tries = new Tries(tries, clock);
    }

    @Override
    public Access access(String session) {
        Guest guest = doorkeeper.guest(session);
        return new Access(
                !guest.account().password().isEmpty(),
                guest.account().totp().isPresent(),
                factors.codesLeft(guest.id()),
                doorkeeper.isConfirmed(guest));
    }

    @Override
    public void confirm(String session, @Nullable String password, @Nullable String code) {
        Guest guest = doorkeeper.guest(session);
        tries.count(guest.session().digest());
        String typed = Objects.requireNonNullElse(password, "");
        if (typed.isEmpty() && code != null && !code.isBlank()) {
            refuseUnless(codes.take(guest.account(), code), Codes.wrong());
        } else {
            refuseUnless(fits(guest, typed), wrongPassword());
        }
        tries.forgive(guest.session().digest());
        doorkeeper.confirm(guest);
    }

    private boolean fits(Guest guest, String typed) {
        String digest = guest.account().password();
        return !digest.isEmpty() && passwords.fits(typed, digest, true);
    }

    private static Refusal wrongPassword() {
        return Refusal.invalid("wrong-password", "password", "Type your current password; this is not it.");
    }

    private static void refuseUnless(boolean right, Refusal refusal) {
        if (!right) {
            throw refusal;
        }
    }

    @Override
    public void confirm(String session, PasskeySignature signature) {
        Guest guest = doorkeeper.guest(session);
        refuseUnless(passkeys.account(signature).id() == guest.id(), PasskeyCheck.notTaken());
        doorkeeper.confirm(guest);
    }

    @Override
    public void require(String session) {
        doorkeeper.confirmedGuest(session);
    }
}
