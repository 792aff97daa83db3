package org.curbside.membership.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.membership.internal.store.PendingRow.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was begun and is not finished, kept where every node finds it; every method is one transaction. */
@Component(service = PendingStore.class)
public final class PendingStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code membership}. */
    @Activate
    public PendingStore(@Reference(target = "(osgi.unit.name=membership)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Begins something, and forgets what expired before {@code now}. */
    public void begin(PendingRow pending, Instant now) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("delete from PendingRow p where p.expires < :now")
                    .setParameter("now", now)
                    .executeUpdate();
            em.persist(pending);
        });
    }

    /** Something that is open, which counts as a try at it; none after {@code most} tries. */
    public Optional<PendingRow> attempt(String digest, Kind kind, Instant now, int most) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<PendingRow> open = open(em, digest, kind, now, most);
            open.ifPresent(PendingRow::count);
            return open;
        });
    }

    /**
     * Finishes something that is open, so that nobody else can.
     *
     * @param account whose it must be; 0 where that is not known
     * @return false if it was not open, or not theirs, which finishes it too
     */
    public boolean take(String digest, Kind kind, long account, Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<PendingRow> open = open(em, digest, kind, now, Integer.MAX_VALUE);
            open.ifPresent(em::remove);
            return open.filter(row -> row.account() == account).isPresent();
        });
    }

    private static Optional<PendingRow> open(EntityManager em, String digest, Kind kind, Instant now, int most) {
        return Optional.ofNullable(em.find(PendingRow.class, digest, LockModeType.PESSIMISTIC_WRITE))
                .filter(pending -> pending.isOpen(kind, now, most));
    }
}
