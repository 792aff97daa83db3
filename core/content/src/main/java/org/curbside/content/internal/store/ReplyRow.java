package org.curbside.content.internal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EntityManager;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.curbside.api.content.Author;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Discussion;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Reply;
import org.curbside.api.membership.Member;
import org.curbside.store.InstantConverter;
import org.curbside.store.Reading;
import org.jspecify.annotations.Nullable;

/** What was said about a piece of advice, as it is kept. */
@Entity
@Table(name = "reply")
public class ReplyRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reply_seq")
    @SequenceGenerator(name = "reply_seq", sequenceName = "reply_seq", allocationSize = 50)
    private long id;

    @Version
    private int version;

    private long question;
    private long advice;
    private long member;
    private String pseudonym;
    private String expertise;

    @Column(name = "body")
    private String text;

    @Convert(converter = InstantConverter.class)
    private Instant written;

    @Convert(converter = InstantConverter.class)
    private @Nullable Instant edited;

    private @Nullable String hidden;

    /** For the persistence provider. */
    protected ReplyRow() {}

    /** A reply that is not stored yet. */
    ReplyRow(Member author, CommentRow to, String text, Instant written) {
        this.question = to.question();
        this.advice = to.id();
        this.member = author.id();
        this.pseudonym = author.name();
        this.expertise = author.specialty();
        this.text = text;
        this.written = written;
    }

    /** Those to these pieces of advice on one question, by the advice, in the order in which they were written. */
    static Map<Long, List<ReplyRow>> to(EntityManager em, Collection<CommentRow> advice) {
        List<CommentRow> replied =
                advice.stream().filter(CommentRow::isRepliedTo).toList();
        if (replied.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select r from ReplyRow r where r.question = :question and r.advice between :first and :last"
                                + " order by r.id",
                        ReplyRow.class)
                .setParameter("question", replied.get(0).question())
                .setParameter(
                        "first",
                        replied.stream().mapToLong(CommentRow::id).min().getAsLong())
                .setParameter(
                        "last", replied.stream().mapToLong(CommentRow::id).max().getAsLong())
                .getResultStream()
                .collect(Collectors.groupingBy(ReplyRow::advice));
    }

    /** Those to these pieces of advice that are not hidden, in the order in which they were written. */
    static List<ReplyRow> shown(EntityManager em, Collection<CommentRow> advice) {
        Map<Long, Long> questions = advice.stream()
                .filter(CommentRow::isRepliedTo)
                .collect(Collectors.toMap(CommentRow::id, CommentRow::question));
        return questions.isEmpty()
                ? List.of()
                : Reading.query(
                                em,
                                "select r from ReplyRow r where r.question in :questions and r.hidden is null order by r.id",
                                ReplyRow.class)
                        .setParameter("questions", Set.copyOf(questions.values()))
                        .getResultStream()
                        .filter(row -> questions.containsKey(row.advice))
                        .toList();
    }

    long id() {
        return id;
    }

    long question() {
        return question;
    }

    long advice() {
        return advice;
    }

    long member() {
        return member;
    }

    Instant written() {
        return written;
    }

    boolean isHidden() {
        return hidden != null;
    }

    /** Hides it for a reason, or shows it again; false if nothing changes. */
    boolean hide(@Nullable String reason) {
        boolean changes = !Objects.equals(hidden, reason);
        hidden = reason;
        return changes;
    }

    boolean says(String aText) {
        return text.equals(aText);
    }

    /** Says something else from then on; returns what it said. */
    RevisionRow edit(String newText, Instant at) {
        RevisionRow before = new RevisionRow(PostKind.REPLY, id, null, text, written, edited, at, 0);
        text = newText;
        edited = at;
        return before;
    }

    /** As the platform itself sees it. */
    Post post(QuestionRow on, UnaryOperator<String> specialtyNames) {
        return new Post(
                PostKind.REPLY,
                id,
                question,
                member,
                author(pseudonym, specialtyNames),
                on.channel(),
                on.title(),
                text,
                written,
                hidden);
    }

    Discussion.Contribution contribution(UnaryOperator<String> specialtyNames) {
        boolean imported = expertise.equals(Channel.ELSEWHERE);
        return new Discussion.Contribution(advice, author(pseudonym, specialtyNames), imported, text);
    }

    Reply reply(long reader, UnaryOperator<String> specialtyNames) {
        boolean own = member == reader;
        return hidden == null
                ? new Reply(id, question, advice, author(pseudonym, specialtyNames), text, written, own, edited, null)
                : new Reply(
                        id,
                        question,
                        advice,
                        author("", specialtyNames),
                        "Hidden by moderators: " + hidden + ".",
                        written,
                        own,
                        null,
                        hidden);
    }

    private Author author(String name, UnaryOperator<String> specialtyNames) {
        return new Author(name, specialtyNames.apply(expertise));
    }
}
