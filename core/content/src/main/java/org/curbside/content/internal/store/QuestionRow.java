package org.curbside.content.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
import org.curbside.api.content.Conclusion;
import org.curbside.api.content.Image;
import org.curbside.api.content.Images;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionAsked;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.store.InstantConverter;
import org.jspecify.annotations.Nullable;

/** A question as it is kept. */
@Entity
@Table(name = "question")
public class QuestionRow {

    /** So that drawing is not asked for without end. */
    private static final int MOST_EVER = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "question_seq")
    @SequenceGenerator(name = "question_seq", sequenceName = "question_seq", allocationSize = 50)
    private long id;

    @Version
    private int version;

    private long member;
    private String pseudonym;
    private String expertise;
    private String channel;
    private String topics;
    private String title;

    @Column(name = "body")
    private String text;

    private @Nullable Long poll;
    private int comments;

    @Convert(converter = InstantConverter.class)
    private Instant asked;

    @Column(name = "first_reply")
    @Convert(converter = InstantConverter.class)
    private @Nullable Instant firstReply;

    private @Nullable String conclusion;

    @Convert(converter = InstantConverter.class)
    private @Nullable Instant concluded;

    @Convert(converter = InstantConverter.class)
    private @Nullable Instant edited;

    private @Nullable String hidden;
    private int images;

    @Column(name = "images_ever")
    private int imagesEver;

    /** For the persistence provider. */
    protected QuestionRow() {}

    /** A question that is not stored yet. */
    public QuestionRow(
            Member author,
            String channel,
            List<String> topics,
            String title,
            String text,
            @Nullable Long poll,
            Instant asked) {
        this.member = author.id();
        this.pseudonym = author.name();
        this.expertise = author.specialty();
        this.channel = channel;
        this.topics = Topics.join(topics);
        this.title = title;
        this.text = text;
        this.poll = poll;
        this.asked = asked;
    }

    long id() {
        return id;
    }

    void commented(CommentRow comment) {
        comments++;
        if (firstReply == null && !comment.by(member)) {
            firstReply = comment.written();
        }
    }

    /** So many pieces of advice on it more; then somebody else's came first at that time. */
    void counted(int more, @Nullable Instant first) {
        comments += more;
        firstReply = first;
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
    Post post(UnaryOperator<String> specialtyNames) {
        Author author = new Author(pseudonym, specialtyNames.apply(expertise));
        return new Post(PostKind.QUESTION, id, id, member, author, channel, title, text, asked, hidden);
    }

    long member() {
        return member;
    }

    @Nullable
    Long poll() {
        return poll;
    }

    String channel() {
        return channel;
    }

    String title() {
        return title;
    }

    /** Whether it was written elsewhere. */
    boolean imported() {
        return expertise.equals(Channel.ELSEWHERE);
    }

    void refuseIfHidden() {
        if (isHidden()) {
            throw PostStore.hiddenPost();
        }
    }

    /** Refuses one more picture than a question can have. */
    void refuseIfFull() {
        if (images >= Images.MOST) {
            throw Refusal.conflict(
                    "too-many-images", "Remove a picture first; a question has at most " + Images.MOST + ".");
        }
        if (imagesEver >= MOST_EVER) {
            throw Refusal.conflict(
                    "images-changed-too-often",
                    "The pictures of this question were changed too often. Describe what is new.");
        }
    }

    /** Adds a picture. */
    void add(EntityManager em, DescribedPicture picture) {
        images++;
        imagesEver++;
        ImageRow.keep(em, id, imagesEver, picture);
    }

    /** Deletes one of its pictures. */
    void remove(EntityManager em, ImageRow image) {
        images--;
        image.delete(em);
    }

    boolean isPictured() {
        return images > 0;
    }

    /**
     * Refuses what only an open question takes.
     *
     * @param instead what can be done instead, as a sentence
     */
    void refuseIfClosed(String instead) {
        if (closed()) {
            throw Refusal.conflict("question-closed", "Whoever asked has closed this question. " + instead);
        }
    }

    Instant asked() {
        return asked;
    }

    boolean by(long someone) {
        return member == someone;
    }

    boolean closed() {
        return conclusion != null;
    }

    boolean says(String aTitle, String aText) {
        return title.equals(aTitle) && text.equals(aText);
    }

    /** Says something else from then on; returns what it said. */
    RevisionRow edit(String newTitle, String newText, Instant at) {
        RevisionRow before = new RevisionRow(PostKind.QUESTION, id, title, text, asked, edited, at, 0);
        title = newTitle;
        text = newText;
        edited = at;
        return before;
    }

    /** Closes it, or opens it again. */
    void conclude(@Nullable Conclusion with) {
        conclusion = with == null ? null : with.text();
        concluded = with == null ? null : with.concluded();
    }

    /** What is told of it beyond its channel. */
    List<String> topics() {
        return QuestionStore.WALLED.contains(channel) ? List.of() : Topics.split(topics);
    }

    QuestionAsked event() {
        return new QuestionAsked(id, member, expertise, topics(), asked);
    }

    /** As everybody sees it, with those pictures. */
    Question question(UnaryOperator<String> specialtyNames, List<Image> pictures) {
        if (hidden != null) {
            return placeholder(hidden, specialtyNames);
        }
        return new Question(
                id,
                version,
                new Author(pseudonym, specialtyNames.apply(expertise)),
                channel,
                specialtyNames.apply(channel),
                Topics.split(topics),
                title,
                text,
                poll,
                comments,
                asked,
                conclusion == null || concluded == null ? null : new Conclusion(conclusion, concluded),
                edited,
                pictures,
                null);
    }

    /** Nothing of it but when and in which channel it was asked. */
    private Question placeholder(String reason, UnaryOperator<String> specialtyNames) {
        return new Question(
                id,
                version,
                new Author("", specialtyNames.apply(expertise)),
                channel,
                specialtyNames.apply(channel),
                List.of(),
                "Hidden by moderators",
                "Hidden by moderators: " + reason + ".",
                null,
                0,
                asked,
                null,
                null,
                reason);
    }
}
