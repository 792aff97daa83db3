package org.curbside.content.internal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostHidden;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.PostRestored;
import org.curbside.api.content.Standing;
import org.curbside.api.content.TrackRecord;
import org.curbside.api.refusal.Refusal;
import org.curbside.store.Outbox;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Questions, advice and replies, as far as they are hidden; every method is one transaction. */
@Component(service = PostStore.class)
public final class PostStore {

    private final JpaTemplate jpa;
    private final Outbox outbox;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public PostStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa, @Reference Outbox outbox) {
        this.jpa = jpa;
        this.outbox = outbox;
    }

    static Refusal hiddenPost() {
        return Refusal.conflict("post-hidden", "Moderators have hidden this. Nothing can be added to it while it is.");
    }

    static boolean isHidden(EntityManager em, long question) {
        QuestionRow row = em.find(QuestionRow.class, question);
        return row != null && row.isHidden();
    }

    /** The post with that id; what is on a hidden question is hidden with it. */
    public Optional<Post> find(PostKind kind, long id, UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(TransactionType.Required, em -> switch (kind) {
            case QUESTION -> Optional.ofNullable(em.find(QuestionRow.class, id)).map(row -> row.post(specialtyNames));
            case ADVICE -> Optional.ofNullable(em.find(CommentRow.class, id))
                    .map(row -> row.post(em.find(QuestionRow.class, row.question()), specialtyNames));
            case REPLY -> Optional.ofNullable(em.find(ReplyRow.class, id))
                    .map(row -> row.post(em.find(QuestionRow.class, row.question()), specialtyNames));
        });
    }

    /** Hides it for a reason, or shows it again where that is null, and says so if anything changes. */
    public void hide(PostKind kind, long id, @Nullable String reason, Instant at) {
        jpa.tx(TransactionType.Required, em -> {
            switch (kind) {
                case QUESTION -> hideQuestion(em, id, reason, at);
                case ADVICE -> hideAdvice(em, id, reason, at);
                case REPLY -> hideReply(em, id, reason, at);
            }
        });
    }

    private void hideQuestion(EntityManager em, long id, @Nullable String reason, Instant at) {
        QuestionRow row = em.find(QuestionRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        boolean was = row != null && row.isHidden();
        if (row != null && row.hide(reason) && was != row.isHidden()) {
            tell(
                    em,
                    row.isHidden(),
                    new Subject(PostKind.QUESTION, id, row, row.poll(), row.topics(), row.asked()),
                    at);
        }
    }

    /** The question is locked first, as by whoever advises on it. */
    private void hideAdvice(EntityManager em, long id, @Nullable String reason, Instant at) {
        CommentRow found = em.find(CommentRow.class, id);
        if (found == null) {
            return;
        }
        QuestionRow question = em.find(QuestionRow.class, found.question(), LockModeType.PESSIMISTIC_WRITE);
        CommentRow row = em.find(CommentRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        boolean was = row.isHidden();
        if (!row.hide(reason) || was == row.isHidden()) {
            return;
        }
        em.flush();
        question.counted(row.isHidden() ? -1 : 1, firstReply(em, question.id()));
        List<String> topics = question.topics();
        tell(em, row.isHidden(), new Subject(PostKind.ADVICE, id, question, null, topics, row.written()), at);
    }

    /** Counted nowhere, so nothing else changes with it. */
    private void hideReply(EntityManager em, long id, @Nullable String reason, Instant at) {
        ReplyRow row = em.find(ReplyRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        boolean was = row != null && row.isHidden();
        if (row != null && row.hide(reason) && was != row.isHidden()) {
            QuestionRow question = em.find(QuestionRow.class, row.question());
            tell(em, row.isHidden(), new Subject(PostKind.REPLY, id, question, null, List.of(), row.written()), at);
        }
    }

    private static @Nullable Instant firstReply(EntityManager em, long question) {
        return em.createQuery(
                        "select c.written from CommentRow c, QuestionRow q where q.id = :question and c.question = q.id"
                                + " and c.member <> q.member and c.hidden is null order by c.written",
                        Instant.class)
                .setParameter("question", question)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private void tell(EntityManager em, boolean hidden, Subject of, Instant at) {
        long question = of.question().id();
        outbox.append(
                em,
                hidden
                        ? new PostHidden(of.kind(), of.id(), question, of.poll(), of.topics(), of.written(), at)
                        : new PostRestored(of.kind(), of.id(), question, of.poll(), of.topics(), of.written(), at));
    }

    /** What was hidden, or is shown again. */
    private record Subject(
            PostKind kind, long id, QuestionRow question, @Nullable Long poll, List<String> topics, Instant written) {}

    /** Of these questions, those that the member asked, or wrote on. */
    public Set<Long> involving(long member, Collection<Long> questions) {
        if (questions.isEmpty()) {
            return Set.of();
        }
        return jpa.txExpr(TransactionType.Required, em -> {
            Set<Long> involving = new HashSet<>();
            Stream.of(
                            "select q.id from QuestionRow q where q.member = :member and q.id in :questions",
                            "select c.question from CommentRow c where c.member = :member and c.question in :questions",
                            "select r.question from ReplyRow r where r.member = :member and r.question in :questions")
                    .forEach(query -> involving.addAll(em.createQuery(query, Long.class)
                            .setParameter("member", member)
                            .setParameter("questions", questions)
                            .getResultList()));
            return involving;
        });
    }

    /** What a member has written that is not hidden. */
    public TrackRecord record(long member) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Object[] asked =
                    counted(em, "select count(q), min(q.asked) from QuestionRow q where q.hidden is null", member);
            Object[] advised =
                    counted(em, "select count(q), min(q.written) from CommentRow q where q.hidden is null", member);
            Instant first = Stream.of((Instant) asked[1], (Instant) advised[1])
                    .filter(time -> time != null)
                    .min(Instant::compareTo)
                    .orElse(null);
            Standing standing = Optional.ofNullable(em.find(StandingRow.class, member))
                    .map(StandingRow::standing)
                    .orElse(Standing.NONE);
            int posts = ((Number) asked[0]).intValue() + ((Number) advised[0]).intValue();
            return new TrackRecord(posts, first, standing);
        });
    }

    private static Object[] counted(EntityManager em, String query, long member) {
        return em.createQuery(query + " and q.member = :member", Object[].class)
                .setParameter("member", member)
                .getSingleResult();
    }
}
