package org.curbside.membership.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.curbside.api.membership.Ban;
import org.curbside.api.membership.Bans;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountRow;
import org.curbside.membership.internal.store.AccountStore;
import org.curbside.membership.internal.store.BanRow;
import org.curbside.membership.internal.store.BanStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bans members. */
@Component
public final class Banishments implements Bans {

    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;

    private final AccountStore accounts;
    private final BanStore bans;
    private final Clock clock;

    /** As the platform runs it. */
    @Activate
    public Banishments(@Reference AccountStore accounts, @Reference BanStore bans) {
        this(accounts, bans, Clock.systemUTC());
    }

    Banishments(AccountStore accounts, BanStore bans, Clock clock) {
        this.accounts = accounts;
        this.bans = bans;
        this.clock = clock;
    }

    @Override
    public List<Ban> bans() {
        return bans.bans();
    }

    @Override
    public void ban(String operator, @Nullable String pseudonym, @Nullable String reason) {
        AccountRow account = member(pseudonym);
        if (!bans.ban(new BanRow(account.id(), operator, reason(reason), today()))) {
            throw Refusal.conflict(
                    "already-banned", "This pseudonym is banned already. Lift that first to give another reason.");
        }
    }

    @Override
    public void lift(String operator, @Nullable String pseudonym, @Nullable String reason) {
        AccountRow account = member(pseudonym);
        if (!bans.lift(account.id(), new Ban.Lifting(reason(reason), operator, today()))) {
            throw Refusal.conflict("not-banned", "There is nothing to lift: this pseudonym is not banned.");
        }
    }

    private AccountRow member(@Nullable String pseudonym) {
        AccountRow account = accounts.find(Pseudonym.of(pseudonym).key())
                .orElseThrow(() ->
                        Refusal.invalid("no-such-member", "pseudonym", "Check the pseudonym; nobody has this one."));
        if (!account.isPhysician()) {
            throw Refusal.invalid(
                    "not-a-member",
                    "pseudonym",
                    "Only members are banned, and this account is an operator's or a client's. Agree with whoever has it that"
                            + " its password is changed and kept by another operator.");
        }
        return account;
    }

    private static String reason(@Nullable String input) {
        String reason = input == null ? "" : input.strip();
        int length = reason.codePointCount(0, reason.length());
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            throw Refusal.invalid("reason-missing", "reason", "Give the reason in 3 to 500 characters.");
        }
        return reason;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
