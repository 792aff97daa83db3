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

    /** What this client was answered to this query in this week. */
    public Optional<String> find(String client, String query, String week) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select r from ReleaseRow r"
                                + " where r.client = :client and r.query = :query and r.week = :week",
                        ReleaseRow.class)
                .setParameter("client", client)
                .setParameter("query", query)
                .setParameter("week", week)
                .getResultStream()
                .findFirst()
                .map(ReleaseRow::body));
    }

    /** The one with that id, if it was made for this client. */
    public Optional<String> find(String client, String id) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select r from ReleaseRow r where r.client = :client and r.id = :id", ReleaseRow.class)
                .setParameter("client", client)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(ReleaseRow::body));
    }

    /** Keeps it, on disk when this returns; or returns what someone else of the client was answered a moment earlier. */
    public Optional<String> keep(ReleaseRow release) {
        try {
            jpa.tx(TransactionType.Required, em -> em.persist(release));
            return Optional.empty();
        } catch (RuntimeException e) {
            Optional<String> earlier = find(release.client(), release.query(), release.week());
            if (earlier.isEmpty()) {
                throw e;
            }
            return earlier;
        }
    }
}
