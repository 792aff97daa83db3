package org.curbside.moderation.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.moderation.Act;
import org.curbside.moderation.internal.Level;
import org.curbside.store.Reading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Allowances in the community's database; every method is one transaction. */
@Component(service = PermitStore.class)
public final class PermitStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code moderation}. */
    @Activate
    public PermitStore(@Reference(target = "(osgi.unit.name=moderation)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The level that was reckoned for a member that day. */
    public Optional<Level> level(long member, LocalDate day) {
        return jpa.txExpr(TransactionType.Required, em -> Reading.find(em, ConductRow.class, member)
                .filter(row -> row.isOf(day))
                .map(ConductRow::level));
    }

    /** Keeps it. */
    public void keep(long member, Level level, LocalDate day) {
        jpa.tx(TransactionType.Required, em -> em.merge(new ConductRow(member, level, day)));
    }

    /**
     * Takes a token, see {@link AllowanceRow#take}. Another may make the bucket at the same moment; then it is tried again.
     *
     * @return how long until there is one; zero if one was taken
     */
    public Duration take(long member, Act act, Duration each, int most, Instant now) {
        try {
            return tried(member, act, each, most, now);
        } catch (RuntimeException anotherWasFirst) {
            return tried(member, act, each, most, now);
        }
    }

    private Duration tried(long member, Act act, Duration each, int most, Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> {
            AllowanceRow row =
                    em.find(AllowanceRow.class, new AllowanceRow.Key(member, act), LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                row = new AllowanceRow(member, act, now);
                em.persist(row);
            }
            return row.take(each, most, now);
        });
    }
}
