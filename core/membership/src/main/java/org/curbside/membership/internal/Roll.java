package org.curbside.membership.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.curbside.api.membership.Members;
import org.curbside.api.membership.Visitor;
import org.curbside.membership.internal.store.AccountRow;
import org.curbside.membership.internal.store.AccountStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says who is a member. */
@Component
public final class Roll implements Members {

    private final AccountStore accounts;
    private final Clock clock;

    /** As the platform runs it. */
    @Activate
    public Roll(@Reference AccountStore accounts) {
        this(accounts, Clock.systemUTC());
    }

    Roll(AccountStore accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<Visitor> find(long id) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return accounts.find(id)
                .filter(AccountRow::isPhysician)
                .filter(account -> account.banned().isEmpty())
                .map(account -> account.visitor(today));
    }
}
