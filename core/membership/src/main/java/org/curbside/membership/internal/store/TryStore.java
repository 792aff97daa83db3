package org.curbside.membership.internal.store;

import java.time.Instant;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts tries; every method is one transaction. */
@Component(service = TryStore.class)
public final class TryStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code membership}. */
    @Activate
    public TryStore(@Reference(target = "(osgi.unit.name=membership)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * Counts a try before it is looked at, so that tries at the same moment are counted too.
     *
     * @return false if it is too early for another
     */
    public boolean count(String counter, Instant now) {
        try {
            return once(counter, now);
        } catch (RuntimeException perhapsMadeAtTheSameMoment) {
            return once(counter, now);
        }
    }

    private boolean once(String counter, Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> {
            TryRow row = em.find(TryRow.class, counter, LockModeType.PESSIMISTIC_WRITE);
            return (row == null ? first(em, counter, now) : row).count(now);
        });
    }

    /** Those that a day has passed over make room. */
    private static TryRow first(EntityManager em, String counter, Instant now) {
        em.createQuery("delete from TryRow t where t.retry < :then")
                .setParameter("then", now.minus(TryRow.REMEMBERED))
                .executeUpdate();
        TryRow row = new TryRow(counter);
        em.persist(row);
        return row;
    }

    /** Forgets the tries, after a right one. */
    public void forgive(String counter) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from TryRow t where t.counter = :counter")
                .setParameter("counter", counter)
                .executeUpdate());
    }
}
