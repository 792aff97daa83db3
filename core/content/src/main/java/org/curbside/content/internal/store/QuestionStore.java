package org.curbside.content.internal.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.Question;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Questions in the community's database; every method is one transaction. */
@Component(service = QuestionStore.class)
public final class QuestionStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public QuestionStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores it; on disk when this returns. */
    public Question store(QuestionRow row) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.persist(row);
            em.flush();
            return row.question();
        });
    }

    /** The one with that id. */
    public Optional<Question> find(long id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(QuestionRow.class, id))
                .map(QuestionRow::question));
    }

    /** Those with ids below {@code before}, largest first. */
    public List<Question> latest(Optional<String> specialty, long before, int limit) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> query(em, specialty).setParameter("before", before).setMaxResults(limit).getResultList().stream()
                        .map(QuestionRow::question)
                        .toList());
    }

    private static TypedQuery<QuestionRow> query(EntityManager em, Optional<String> specialty) {
        if (specialty.isEmpty()) {
            return em.createQuery(
                    "select q from QuestionRow q where q.id < :before order by q.id desc", QuestionRow.class);
        }
        return em.createQuery(
                        "select q from QuestionRow q where q.specialty = :specialty and q.id < :before order by q.id desc",
                        QuestionRow.class)
                .setParameter("specialty", specialty.get());
    }
}
