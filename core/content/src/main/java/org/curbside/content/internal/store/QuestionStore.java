package org.curbside.content.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Conclusion;
import org.curbside.api.content.Hindsight;
import org.curbside.api.content.Image;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionChanged;
import org.curbside.api.content.QuestionConcluded;
import org.curbside.api.content.Revision;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.store.Outbox;
import org.curbside.store.Reading;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Questions in the community's database; every method is one transaction. */
@Component(service = QuestionStore.class)
public final class QuestionStore {

    static final List<String> WALLED = List.of(Channel.PRACTICE, Channel.ELSEWHERE);

    private final JpaTemplate jpa;
    private final Outbox outbox;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public QuestionStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa, @Reference Outbox outbox) {
        this.jpa = jpa;
        this.outbox = outbox;
    }

    /** Stores it with its pictures and says so; on disk when this returns. */
    public Question store(QuestionRow row, List<DescribedPicture> pictures, UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.persist(row);
            pictures.forEach(picture -> row.add(em, picture));
            em.flush();
            outbox.append(em, row.event());
            return question(em, row, specialtyNames);
        });
    }

    /** The one with that id. */
    public Optional<Question> find(long id, UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(TransactionType.Required, em -> Reading.find(em, QuestionRow.class, id)
                .map(row -> question(em, row, specialtyNames)));
    }

    /** Has it say something else; empty if there is no such question. */
    public Optional<Question> edit(
            Member author,
            long id,
            String title,
            String text,
            boolean erases,
            Instant at,
            UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(TransactionType.Required, em -> {
            QuestionRow row = em.find(QuestionRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                return Optional.empty();
            }
            if (!row.by(author.id())) {
                throw Refusal.forbidden("not-the-author", "Only whoever asked can edit this question.");
            }
            row.refuseIfHidden();
            row.refuseIfClosed("Open it again before you edit it.");
            if (!row.says(title, text)) {
                RevisionRow.keep(em, row.edit(title, text, at), erases);
                em.flush();
                outbox.append(em, new QuestionChanged(id));
            } else if (erases) {
                RevisionRow.erase(em, PostKind.QUESTION, id);
            }
            return Optional.of(question(em, row, specialtyNames));
        });
    }

    /** What it said before; empty while it is hidden. */
    public List<Revision> history(long id) {
        return jpa.txExpr(TransactionType.Required, em -> {
            QuestionRow row = em.find(QuestionRow.class, id);
            return row == null || row.isHidden()
                    ? List.of()
                    : RevisionRow.of(em, PostKind.QUESTION, id).stream()
                            .map(RevisionRow::revision)
                            .toList();
        });
    }

    /** Closes it with what became of it, or opens it again where that is null; empty if there is no such question. */
    public Optional<Question> conclude(
            Member asker,
            long id,
            @Nullable Conclusion conclusion,
            Map<Long, Hindsight> hindsight,
            UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(TransactionType.Required, em -> {
            QuestionRow row = em.find(QuestionRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                return Optional.empty();
            }
            if (!row.by(asker.id())) {
                throw Refusal.forbidden(
                        "not-the-asker", "Only whoever asked can close this question, or open it again.");
            }
            row.refuseIfHidden();
            List<CommentRow> advice = em.createQuery(
                            "select c from CommentRow c where c.question = :question order by c.id", CommentRow.class)
                    .setParameter("question", id)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList();
            if (!advice.stream().map(CommentRow::id).toList().containsAll(hindsight.keySet())) {
                throw Refusal.invalid(
                        "no-such-advice", "hindsight", "Say of advice on this question only what became of it.");
            }
            advice.forEach(comment -> comment.showed(hindsight.get(comment.id())));
            if (conclusion != null && !row.closed()) {
                outbox.append(em, new QuestionConcluded(id, asker.id(), conclusion.concluded()));
            }
            row.conclude(conclusion);
            em.flush();
            outbox.append(em, new QuestionChanged(id));
            return Optional.of(question(em, row, specialtyNames));
        });
    }

    /** Those with ids below {@code before}, largest first. */
    public List<Question> latest(
            Optional<String> channel, long before, int limit, UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> questions(
                        em,
                        query(em, channel)
                                .setParameter("before", before)
                                .setMaxResults(limit)
                                .getResultList(),
                        specialtyNames));
    }

    /**
     * Open ones of others in these channels on which nobody has advised, the oldest first. Each channel is asked for its own, in the order of
     * an index, so that what is read does not grow with what waits.
     */
    public List<Question> waiting(
            long reader, Collection<String> channels, int limit, UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> questions(
                        em,
                        channels.stream()
                                .flatMap(channel -> waiting(em, reader, channel, limit).stream())
                                .sorted(Comparator.comparing(QuestionRow::asked).thenComparing(QuestionRow::id))
                                .limit(limit)
                                .toList(),
                        specialtyNames));
    }

    /** In the order of all columns of the index, also of those that are the same in all rows: H2 sorts otherwise. */
    private static List<QuestionRow> waiting(EntityManager em, long reader, String channel, int limit) {
        return em.createQuery(
                        "select q from QuestionRow q where q.hidden is null and q.channel = :channel and q.firstReply is null"
                                + " and q.concluded is null and q.member <> :reader and q.expertise <> :elsewhere"
                                + " order by q.channel, q.firstReply, q.asked, q.id",
                        QuestionRow.class)
                .setParameter("channel", channel)
                .setParameter("reader", reader)
                .setParameter("elsewhere", Channel.ELSEWHERE)
                .setMaxResults(limit)
                .getResultList();
    }

    /** After how many minutes somebody first advised on those that were asked between two times, or -1; the last {@code most} of them. */
    public List<Long> firstReplies(Instant from, Instant to, int most) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select q.asked, q.firstReply from QuestionRow q where q.hidden is null and q.asked >= :from and q.asked < :to"
                                + " and q.channel not in :walled and q.expertise <> :elsewhere order by q.id desc",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("walled", WALLED)
                .setParameter("elsewhere", Channel.ELSEWHERE)
                .setMaxResults(most)
                .getResultStream()
                .map(times -> times[1] == null
                        ? -1L
                        : Duration.between((Instant) times[0], (Instant) times[1])
                                .toMinutes())
                .toList());
    }

    static Question question(EntityManager em, QuestionRow row, UnaryOperator<String> specialtyNames) {
        return questions(em, List.of(row), specialtyNames).get(0);
    }

    /** With their pictures. */
    static List<Question> questions(EntityManager em, List<QuestionRow> rows, UnaryOperator<String> specialtyNames) {
        Map<Long, List<Image>> images = ImageRow.of(em, rows);
        return rows.stream()
                .map(row -> row.question(specialtyNames, images.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static TypedQuery<QuestionRow> query(EntityManager em, Optional<String> channel) {
        if (channel.isEmpty()) {
            return Reading.query(
                            em,
                            "select q from QuestionRow q where q.hidden is null and q.id < :before and q.channel not in :walled order by q.id desc",
                            QuestionRow.class)
                    .setParameter("walled", WALLED);
        }
        return Reading.query(
                        em,
                        "select q from QuestionRow q where q.hidden is null and q.channel = :channel and q.id < :before order by q.id desc",
                        QuestionRow.class)
                .setParameter("channel", channel.get());
    }
}
