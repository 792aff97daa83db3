package org.curbside.membership.internal;

import java.util.List;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Moderators;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountRow;
import org.curbside.membership.internal.store.AccountStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Appoints moderators. */
@Component
public final class Appointments implements Moderators {

    private final AccountStore accounts;

    /** Keeps them with the accounts. */
    @Activate
    public Appointments(@Reference AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Member> moderators() {
        return accounts.moderators();
    }

    @Override
    public Member appoint(@Nullable String pseudonym) {
        return moderate(pseudonym, true);
    }

    @Override
    public Member dismiss(@Nullable String pseudonym) {
        return moderate(pseudonym, false);
    }

    private Member moderate(@Nullable String pseudonym, boolean moderator) {
        AccountRow account = accounts.find(Pseudonym.of(pseudonym).key())
                .filter(AccountRow::isPhysician)
                .orElseThrow(() ->
                        Refusal.invalid("no-such-member", "pseudonym", "Check the pseudonym; no member has this one."));
        return accounts.moderate(account.id(), moderator)
                .orElseThrow(() -> Refusal.conflict(
                        "member-banned", "This pseudonym is banned. Lift that first, or leave it so."));
    }
}
