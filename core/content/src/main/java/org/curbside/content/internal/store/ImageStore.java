package org.curbside.content.internal.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.Image;
import org.curbside.api.content.Question;
import org.curbside.api.picture.Picture;
import org.curbside.api.refusal.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pictures in questions in the community's database; every method is one transaction. */
@Component(service = ImageStore.class)
public final class ImageStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public ImageStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Refuses as {@link #add} would, before anything is drawn. */
    public void refuseToAdd(long author, long question) {
        jpa.tx(TransactionType.Required, em -> open(em, author, question, LockModeType.NONE)
                .refuseIfFull());
    }

    /** Adds one to an open question of that author. */
    public Question add(long author, long question, DescribedPicture picture, UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(TransactionType.Required, em -> {
            QuestionRow row = open(em, author, question, LockModeType.PESSIMISTIC_WRITE);
            row.refuseIfFull();
            row.add(em, picture);
            em.flush();
            return QuestionStore.question(em, row, specialtyNames);
        });
    }

    /** Deletes one of an open question of that author. */
    public Question remove(long author, long question, int number, UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(TransactionType.Required, em -> {
            QuestionRow row = open(em, author, question, LockModeType.PESSIMISTIC_WRITE);
            row.remove(
                    em,
                    ImageRow.find(em, question, number)
                            .orElseThrow(
                                    () -> Refusal.notFound("no-such-image", "There is no picture with this number.")));
            em.flush();
            return QuestionStore.question(em, row, specialtyNames);
        });
    }

    private static QuestionRow open(EntityManager em, long author, long question, LockModeType lock) {
        QuestionRow row = em.find(QuestionRow.class, question, lock);
        if (row == null) {
            throw Refusal.notFound("no-such-question", "There is no question with this number.");
        }
        if (!row.by(author)) {
            throw Refusal.forbidden("not-the-author", "Only whoever asked can change the pictures of this question.");
        }
        row.refuseIfHidden();
        row.refuseIfClosed("Open it again before you change its pictures.");
        return row;
    }

    /**
     * One of a question.
     *
     * @param alsoHidden also if the question is hidden
     */
    public Optional<Picture> find(long question, int number, boolean alsoHidden) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> alsoHidden || !PostStore.isHidden(em, question)
                        ? ImageRow.find(em, question, number).map(row -> row.picture(em))
                        : Optional.empty());
    }

    /** All of a question, hidden or not. */
    public List<Image> all(long question) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(QuestionRow.class, question))
                .map(row -> ImageRow.of(em, List.of(row)).getOrDefault(question, List.of()))
                .orElse(List.of()));
    }
}
