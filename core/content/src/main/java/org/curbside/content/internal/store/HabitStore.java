package org.curbside.content.internal.store;

import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.store.Reading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How members want to read, in the community's database; every method is one transaction. */
@Component(service = HabitStore.class)
public final class HabitStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public HabitStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Whether a member answers first. */
    public boolean answersFirst(long member) {
        return jpa.txExpr(TransactionType.Required, em -> Reading.find(em, AnswerFirstRow.class, member)
                .isPresent());
    }

    /** From now on, or no longer. */
    public void answerFirst(long member, boolean wanted) {
        jpa.tx(TransactionType.Required, em -> {
            AnswerFirstRow row = em.find(AnswerFirstRow.class, member);
            if (wanted && row == null) {
                em.persist(new AnswerFirstRow(member));
            } else if (!wanted && row != null) {
                em.remove(row);
            }
        });
    }
}
