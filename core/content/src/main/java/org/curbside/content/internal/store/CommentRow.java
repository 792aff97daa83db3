package org.curbside.content.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.curbside.api.content.Author;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Comment;
import org.curbside.api.content.CommentGiven;
import org.curbside.api.content.Discussion;
import org.curbside.api.content.Edited;
import org.curbside.api.content.Hindsight;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Rating;
import org.curbside.api.content.Ratings;
import org.curbside.api.content.View;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.consensus.Taste;
import org.curbside.store.InstantConverter;
import org.jspecify.annotations.Nullable;

/** Advice as it is kept, with its ratings counted. */
@Entity
@Table(name = "advice")
public class CommentRow {

    /** Others are told that an author stands so high, and no number: that would be one more thing to recognise somebody by. */
    private static final double WELL_RECEIVED = 0.75;

    /** So that a page can be read at once. */
    private static final int MOST_REPLIES = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "comment_seq")
    @SequenceGenerator(name = "comment_seq", sequenceName = "comment_seq", allocationSize = 50)
    private long id;

    @Version
    private int version;

    private long question;
    private long member;
    private String pseudonym;
    private String expertise;

    @Column(name = "body")
    private String text;

    @Convert(converter = InstantConverter.class)
    private Instant written;

    @Enumerated(EnumType.STRING)
    private @Nullable Hindsight hindsight;

    private int agree;
    private int partly;
    private int disagree;
    private @Nullable Double consensus;
    private @Nullable Double factor;
    private int counted;
    private @Nullable Double standing;

    @Column(name = "left_out")
    private int leftOut;

    /** Read and written by the queries of {@link ConsensusStore} only. */
    @Column(name = "hindsight_fitted")
    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable")
    private @Nullable Hindsight hindsightFitted;

    @Convert(converter = InstantConverter.class)
    private @Nullable Instant minority;

    @Convert(converter = InstantConverter.class)
    private @Nullable Instant edited;

    @Column(name = "edited_after")
    private int editedAfter;

    /** How many there are, those included that are hidden. */
    private int replies;

    private @Nullable String hidden;

    /** For the persistence provider. */
    protected CommentRow() {}

    /** A comment that is not stored yet. */
    public CommentRow(Member author, long question, String text, Instant written) {
        this.member = author.id();
        this.pseudonym = author.name();
        this.expertise = author.specialty();
        this.question = question;
        this.text = text;
        this.written = written;
    }

    long id() {
        return id;
    }

    long question() {
        return question;
    }

    Instant written() {
        return written;
    }

    long member() {
        return member;
    }

    boolean by(long someone) {
        return member == someone;
    }

    boolean isRepliedTo() {
        return replies > 0;
    }

    /** Counts one reply more, or refuses it. */
    void replied() {
        if (replies >= MOST_REPLIES) {
            throw Refusal.conflict(
                    "too-many-replies",
                    "There are " + MOST_REPLIES + " replies to this advice. Say what is new in advice of your own.");
        }
        replies++;
    }

    /** Hides it for a reason, or shows it again; false if nothing changes. */
    boolean hide(@Nullable String reason) {
        boolean changes = !Objects.equals(hidden, reason);
        hidden = reason;
        return changes;
    }

    boolean isHidden() {
        return hidden != null;
    }

    /** As the platform itself sees it. */
    Post post(QuestionRow on, UnaryOperator<String> specialtyNames) {
        Author author = new Author(pseudonym, specialtyNames.apply(expertise));
        return new Post(PostKind.ADVICE, id, question, member, author, on.channel(), on.title(), text, written, hidden);
    }

    /** What later showed about it, or that nothing did. */
    void showed(@Nullable Hindsight what) {
        hindsight = what;
    }

    boolean says(String aText) {
        return text.equals(aText);
    }

    /** Says something else from then on, with the ratings it has; returns what it said. */
    RevisionRow edit(String newText, Instant at) {
        int rated = agree + partly + disagree + leftOut;
        RevisionRow before = new RevisionRow(PostKind.ADVICE, id, null, text, written, edited, at, rated);
        text = newText;
        edited = at;
        editedAfter = rated;
        return before;
    }

    void count(Rating rating, int by) {
        Tally tally = tally().with(rating, by);
        agree = tally.agree();
        partly = tally.partly();
        disagree = tally.disagree();
    }

    /** Keeps what its ratings amount to; not since when it is a minority view. */
    void weigh(Tally tally) {
        agree = tally.agree();
        partly = tally.partly();
        disagree = tally.disagree();
        counted = tally.counted();
        consensus = tally.taste() == null ? null : tally.taste().intercept();
        factor = tally.taste() == null ? null : tally.taste().factor();
        leftOut = tally.leftOut();
        standing = tally.standing();
    }

    /** How its author stands when it is written. */
    void stands(@Nullable Double author) {
        standing = author;
    }

    /** It is a minority view, or it is not; since when it is stays as it was. True if it becomes one. */
    boolean minority(boolean is, Instant at) {
        boolean becomes = is && minority == null;
        minority = is ? Objects.requireNonNullElse(minority, at) : null;
        return becomes;
    }

    Tally tally() {
        Taste taste = consensus == null || factor == null ? null : new Taste(consensus, factor);
        return new Tally(agree, partly, disagree, taste, counted, leftOut, standing, minority);
    }

    private boolean isWellReceived() {
        return standing != null && standing >= WELL_RECEIVED;
    }

    Discussion.Contribution contribution(UnaryOperator<String> specialtyNames) {
        Author author = new Author(pseudonym, specialtyNames.apply(expertise));
        return new Discussion.Contribution(id, author, expertise.equals(Channel.ELSEWHERE), text);
    }

    CommentGiven event(List<String> topics) {
        return new CommentGiven(question, id, member, expertise, topics, written);
    }

    Comment comment(
            long reader,
            @Nullable Rating mine,
            List<ReplyRow> replyRows,
            UnaryOperator<String> specialtyNames,
            Rated rated) {
        if (hidden != null) {
            return placeholder(hidden, reader, specialtyNames);
        }
        Author author = new Author(pseudonym, specialtyNames.apply(expertise));
        Ratings ratings = rated.of(tally(), by(reader));
        return new Comment(
                id,
                question,
                author,
                text,
                written,
                ratings,
                by(reader),
                mine,
                hindsight,
                isWellReceived(),
                edited == null ? null : new Edited(edited, editedAfter),
                replyRows.stream().map(row -> row.reply(reader, specialtyNames)).toList(),
                null);
    }

    /** Nothing of it but when it was written. */
    private Comment placeholder(String reason, long reader, UnaryOperator<String> specialtyNames) {
        Author author = new Author("", specialtyNames.apply(expertise));
        Ratings none = new Ratings(0, 0, 0, 0, View.OPEN, "", 0, "");
        String text = "Hidden by moderators: " + reason + ".";
        return new Comment(
                id, question, author, text, written, none, by(reader), null, null, false, null, List.of(), reason);
    }

    /** Makes ratings into what is shown of them. */
    @FunctionalInterface
    public interface Rated {
        /** The distribution with its score and label, as the author or somebody else reads it. */
        Ratings of(Tally tally, boolean author);
    }
}
