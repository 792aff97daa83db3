package org.curbside.safety.internal.store;

import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports in the community's database; every method is one transaction. */
@Component(service = ReportStore.class)
public final class ReportStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code safety}. */
    @Activate
    public ReportStore(@Reference(target = "(osgi.unit.name=safety)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * Stores and counts it; false if the member reported the same on this question before. A colleague may report the same
     * pair for the first time at the same moment, and one of the two is then tried again.
     */
    public boolean store(ReportRow report) {
        try {
            return tried(report);
        } catch (RuntimeException anotherWasFirst) {
            return tried(report);
        }
    }

    private boolean tried(ReportRow report) {
        return jpa.txExpr(TransactionType.Required, em -> {
            if (known(em, report)) {
                return false;
            }
            em.persist(report);
            pair(em, report).count(report.serious());
            return true;
        });
    }

    /** Every pair. */
    public List<PairRow> pairs() {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery("select p from PairRow p", PairRow.class)
                .getResultList());
    }

    private static boolean known(EntityManager em, ReportRow report) {
        return !em.createQuery(
                        "select r.id from ReportRow r where r.question = :question and r.member = :member"
                                + " and r.product = :product and r.reaction = :reaction",
                        Long.class)
                .setParameter("question", report.question())
                .setParameter("member", report.member())
                .setParameter("product", report.product())
                .setParameter("reaction", report.reaction())
                .getResultList()
                .isEmpty();
    }

    private static PairRow pair(EntityManager em, ReportRow report) {
        PairRow.Key key = new PairRow.Key(report.product(), report.reaction());
        PairRow pair = em.find(PairRow.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (pair == null) {
            pair = new PairRow(report.product(), report.reaction());
            em.persist(pair);
        }
        return pair;
    }
}
