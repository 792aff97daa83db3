package org.curbside.search.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.search.SavedSearchMatched;
import org.curbside.search.internal.store.SavedSearchRow.Kept;
import org.curbside.store.Outbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saved searches in the community's database; every method is one transaction. */
@Component(service = SavedSearchStore.class)
public final class SavedSearchStore {

    private final JpaTemplate jpa;
    private final Outbox outbox;

    /** Uses the persistence unit {@code search}. */
    @Activate
    public SavedSearchStore(@Reference(target = "(osgi.unit.name=search)") JpaTemplate jpa, @Reference Outbox outbox) {
        this.jpa = jpa;
        this.outbox = outbox;
    }

    /** Those of a member, by name. */
    public List<Kept> of(long member) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> of(em, member).stream().map(SavedSearchRow::kept).toList());
    }

    private static List<SavedSearchRow> of(EntityManager em, long member) {
        return em.createQuery(
                        "select s from SavedSearchRow s where s.member = :member order by s.name, s.id",
                        SavedSearchRow.class)
                .setParameter("member", member)
                .getResultList();
    }

    /** Those of everybody. */
    public List<Kept> all() {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select s from SavedSearchRow s order by s.id", SavedSearchRow.class)
                .getResultStream()
                .map(SavedSearchRow::kept)
                .toList());
    }

    /** Keeps one, unless the member has {@code most}; one with the same query is only called otherwise. */
    public Kept save(long member, String name, String query, Instant at, long newest, int most) {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<SavedSearchRow> own = of(em, member);
            Optional<SavedSearchRow> same =
                    own.stream().filter(row -> row.kept().query().equals(query)).findFirst();
            if (same.isPresent()) {
                same.get().call(name);
                return same.get().kept();
            }
            if (own.size() >= most) {
                throw Refusal.conflict(
                        "too-many-saved-searches",
                        "You keep " + most + " searches, and there is no room for more. Delete one first.");
            }
            SavedSearchRow row = new SavedSearchRow(member, name, query, at, newest);
            em.persist(row);
            em.flush();
            return row.kept();
        });
    }

    /** From now on nothing up to the question with the id {@code newest} is new; empty if the member has no such search. */
    public Optional<Kept> look(long member, long id, long newest) {
        return jpa.txExpr(TransactionType.Required, em -> own(em, member, id).map(row -> {
            Kept before = row.kept();
            row.look(newest);
            return before;
        }));
    }

    /** Forgets one; false if the member has no such search. */
    public boolean forget(long member, long id) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<SavedSearchRow> row = own(em, member, id);
            row.ifPresent(em::remove);
            return row.isPresent();
        });
    }

    private static Optional<SavedSearchRow> own(EntityManager em, long member, long id) {
        return Optional.ofNullable(em.find(SavedSearchRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.by(member));
    }

    /** Up to which event questions were held against all of them. */
    public long alerted() {
        return jpa.txExpr(TransactionType.Required, em -> em.find(AlertedRow.class, AlertedRow.ONLY)
                .position());
    }

    /** Says what they match, and moves on; does neither if another node did so meanwhile. */
    public void alert(long from, long to, List<SavedSearchMatched> matches) {
        jpa.tx(TransactionType.Required, em -> {
            AlertedRow row = em.find(AlertedRow.class, AlertedRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
            if (row.position() == from) {
                row.moveTo(to);
                matches.forEach(match -> outbox.append(em, match));
            }
        });
    }
}
