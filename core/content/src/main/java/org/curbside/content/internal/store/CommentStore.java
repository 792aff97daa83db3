package org.curbside.content.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.Calibration;
import org.curbside.api.content.Comment;
import org.curbside.api.content.CommentRated;
import org.curbside.api.content.Hindsight;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.QuestionChanged;
import org.curbside.api.content.Rating;
import org.curbside.api.content.RatingRevised;
import org.curbside.api.content.Revision;
import org.curbside.api.content.Standing;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.store.Outbox;
import org.curbside.store.Reading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Comments and ratings in the community's database; every method is one transaction. */
@Component(service = CommentStore.class)
public final class CommentStore {

    private final JpaTemplate jpa;
    private final Outbox outbox;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public CommentStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa, @Reference Outbox outbox) {
        this.jpa = jpa;
        this.outbox = outbox;
    }

    /** Stores it, counts it on its question and says so; empty if there is no such question. */
    public Optional<Comment> store(
            CommentRow row, long author, UnaryOperator<String> specialtyNames, CommentRow.Rated rated) {
        return jpa.txExpr(TransactionType.Required, em -> {
            QuestionRow question = em.find(QuestionRow.class, row.question(), LockModeType.PESSIMISTIC_WRITE);
            if (question == null) {
                return Optional.empty();
            }
            question.refuseIfHidden();
            question.refuseIfClosed("Rate the advice, or ask one of your own.");
            question.commented(row);
            row.stands(StandingRow.score(em.find(StandingRow.class, author)));
            em.persist(row);
            em.flush();
            outbox.append(em, row.event(question.topics()));
            return Optional.of(row.comment(author, null, List.of(), specialtyNames, rated));
        });
    }

    /** Has advice say something else; empty if there is none. The question is locked first, as by whoever advises on it. */
    public Optional<Comment> edit(
            Member author,
            long comment,
            String text,
            boolean erases,
            Instant at,
            UnaryOperator<String> specialtyNames,
            CommentRow.Rated rated) {
        return jpa.txExpr(TransactionType.Required, em -> {
            CommentRow found = em.find(CommentRow.class, comment);
            if (found == null) {
                return Optional.empty();
            }
            if (!found.by(author.id())) {
                throw Refusal.forbidden("not-the-author", "Only whoever advised can edit this advice.");
            }
            QuestionRow question = em.find(QuestionRow.class, found.question(), LockModeType.PESSIMISTIC_WRITE);
            question.refuseIfHidden();
            question.refuseIfClosed("Its advice stays as it was when that was decided.");
            CommentRow row = em.find(CommentRow.class, comment, LockModeType.PESSIMISTIC_WRITE);
            if (row.isHidden()) {
                throw PostStore.hiddenPost();
            }
            if (!row.says(text)) {
                RevisionRow.keep(em, row.edit(text, at), erases);
                em.flush();
                outbox.append(em, new QuestionChanged(question.id()));
            } else if (erases) {
                RevisionRow.erase(em, PostKind.ADVICE, comment);
            }
            return Optional.of(row.comment(author.id(), null, replies(em, row), specialtyNames, rated));
        });
    }

    /** What advice said before; empty while it, or its question, is hidden. */
    public List<Revision> history(long comment) {
        return jpa.txExpr(TransactionType.Required, em -> {
            CommentRow row = em.find(CommentRow.class, comment);
            return row == null || row.isHidden() || PostStore.isHidden(em, row.question())
                    ? List.of()
                    : RevisionRow.of(em, PostKind.ADVICE, comment).stream()
                            .map(RevisionRow::revision)
                            .toList();
        });
    }

    /** All on a question, in the order in which they were written, as {@code reader} sees them. */
    public List<Comment> on(long question, long reader, UnaryOperator<String> specialtyNames, CommentRow.Rated rated) {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<CommentRow> rows = Reading.query(
                            em,
                            "select c from CommentRow c, QuestionRow q where q.id = :question and c.question = q.id"
                                    + " and q.hidden is null order by c.id",
                            CommentRow.class)
                    .setParameter("question", question)
                    .getResultList();
            Map<Long, Rating> mine = ratingsOf(em, reader, rows);
            Map<Long, List<ReplyRow>> replies = ReplyRow.to(em, rows);
            return rows.stream()
                    .map(row -> row.comment(
                            reader,
                            mine.get(row.id()),
                            replies.getOrDefault(row.id(), List.of()),
                            specialtyNames,
                            rated))
                    .toList();
        });
    }

    private static List<ReplyRow> replies(EntityManager em, CommentRow advice) {
        return ReplyRow.to(em, List.of(advice)).getOrDefault(advice.id(), List.of());
    }

    /** Rates, or revises a rating; empty if there is no such comment. */
    public Optional<Comment> rate(
            long comment,
            Member rater,
            Rating rating,
            Instant at,
            UnaryOperator<String> specialtyNames,
            CommentRow.Rated rated) {
        return jpa.txExpr(TransactionType.Required, em -> {
            CommentRow row = em.find(CommentRow.class, comment, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                return Optional.empty();
            }
            if (row.isHidden() || PostStore.isHidden(em, row.question())) {
                throw PostStore.hiddenPost();
            }
            if (row.by(rater.id())) {
                throw Refusal.conflict("own-comment", "Leave the rating of your own advice to your colleagues.");
            }
            RatingRow before = em.find(RatingRow.class, new RatingRow.Key(comment, rater.id()));
            if (before == null) {
                em.persist(new RatingRow(comment, rater, rating));
                List<String> topics = em.find(QuestionRow.class, row.question()).topics();
                outbox.append(em, new CommentRated(comment, rater.id(), rater.specialty(), topics, at));
            } else {
                row.count(before.rating(), -1);
                before.revise(rating);
                outbox.append(em, new RatingRevised(comment, at));
            }
            row.count(rating, 1);
            return Optional.of(row.comment(rater.id(), rating, replies(em, row), specialtyNames, rated));
        });
    }

    /** How a member's ratings stand beside what later showed. */
    public Calibration calibration(long member) {
        List<Object[]> counts = jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select c.hindsight, r.rating, count(r.advice) from RatingRow r, CommentRow c"
                                + " where r.member = :member and c.id = r.advice and c.hindsight is not null"
                                + " group by c.hindsight, r.rating",
                        Object[].class)
                .setParameter("member", member)
                .getResultList());
        int[] right = new int[2];
        int[] known = new int[2];
        for (Object[] count : counts) {
            int which = count[0] == Hindsight.BORNE_OUT ? 0 : 1;
            boolean rightly = count[1] == (which == 0 ? Rating.AGREE : Rating.DISAGREE);
            known[which] += ((Number) count[2]).intValue();
            right[which] += rightly ? ((Number) count[2]).intValue() : 0;
        }
        return new Calibration(right[0], known[0], right[1], known[1]);
    }

    /** How a member's own advice was received, by the last fit. */
    public Standing standing(long member) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(StandingRow.class, member))
                .map(StandingRow::standing)
                .orElse(Standing.NONE));
    }

    /** Advice in the order of its ids; of all between, which an index finds, for H2 looks for no list in the second column of one. */
    private static Map<Long, Rating> ratingsOf(EntityManager em, long reader, List<CommentRow> advice) {
        if (advice.isEmpty()) {
            return Map.of();
        }
        return Reading.query(
                        em,
                        "select r from RatingRow r where r.member = :reader and r.advice between :first and :last",
                        RatingRow.class)
                .setParameter("reader", reader)
                .setParameter("first", advice.get(0).id())
                .setParameter("last", advice.get(advice.size() - 1).id())
                .getResultStream()
                .collect(Collectors.toMap(RatingRow::advice, RatingRow::rating));
    }
}
