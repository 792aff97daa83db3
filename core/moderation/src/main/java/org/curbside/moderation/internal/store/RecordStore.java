package org.curbside.moderation.internal.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.moderation.ModerationRecord.Entry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The record in the community's database; every method is one transaction. */
@Component(service = RecordStore.class)
public final class RecordStore {

    private static final int PART = 1_000;

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code moderation}. */
    @Activate
    public RecordStore(@Reference(target = "(osgi.unit.name=moderation)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Adds an entry to the running transaction, which holds the end of the record until it is over. */
    static void append(EntityManager em, EntryRow.Done done) {
        HeadRow head = em.find(HeadRow.class, HeadRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
        em.persist(head.next(done));
    }

    /** Those with smaller numbers than {@code before}, the largest first. */
    public List<Entry> entries(long before, int most) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select e from EntryRow e where e.number < :before order by e.number desc", EntryRow.class)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultStream()
                .map(EntryRow::entry)
                .toList());
    }

    /** The first entry that does not follow on the one before. */
    public Optional<Long> broken() {
        String before = "";
        long last = 0;
        while (true) {
            List<EntryRow> part = after(last);
            for (EntryRow entry : part) {
                if (entry.number() != last + 1 || !entry.follows(before)) {
                    return Optional.of(last + 1);
                }
                before = entry.digest();
                last = entry.number();
            }
            if (part.size() < PART) {
                return Optional.empty();
            }
        }
    }

    private List<EntryRow> after(long number) {
        return Objects.requireNonNull(jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select e from EntryRow e where e.number > :number order by e.number", EntryRow.class)
                .setParameter("number", number)
                .setMaxResults(PART)
                .getResultList()));
    }
}
