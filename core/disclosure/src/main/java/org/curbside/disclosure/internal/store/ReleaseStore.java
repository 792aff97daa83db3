package org.curbside.disclosure.internal.store;

import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Releases in the community's database; every method is one transaction. */
@Component(service = ReleaseStore.class)
public final class ReleaseStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code disclosure}. */
    @Activate
    public ReleaseStore(@Reference(target = "(osgi.unit.name=disclosure)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** What was last answered to this query. */
    public Optional<ReleaseRow> latest(String query) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select r from ReleaseRow r where r.query = :query order by r.week desc", ReleaseRow.class)
                .setParameter("query", query)
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
    }

    /** The one with that id, as the gate wrote it. */
    public Optional<String> find(String id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(ReleaseRow.class, id)))
                .map(ReleaseRow::body);
    }

    /** Keeps it, on disk when this returns; or returns what someone else was answered a moment earlier. */
    public Optional<String> keep(ReleaseRow release) {
        try {
            jpa.tx(TransactionType.Required, em -> em.persist(release));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(latest(release.query())
                    .filter(earlier -> earlier.week().equals(release.week()))
                    .map(ReleaseRow::body)
                    .orElseThrow(() -> e));
        }
    }
}
