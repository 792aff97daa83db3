package org.curbside.content.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.curbside.api.content.Author;
import org.curbside.api.content.Comment;
import org.curbside.api.content.CommentGiven;
import org.curbside.api.content.Rating;
import org.curbside.api.content.Ratings;
import org.curbside.api.membership.Member;
import org.curbside.store.InstantConverter;
import org.jspecify.annotations.Nullable;

/** Advice as it is kept, with its ratings counted. */
@Entity
@Table(name = "advice")
public class CommentRow {

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

    private int agree;
    private int partly;
    private int disagree;

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

    boolean by(long someone) {
        return member == someone;
    }

    void count(Rating rating, int by) {
        switch (rating) {
            case AGREE -> agree += by;
            case PARTLY -> partly += by;
            case DISAGREE -> disagree += by;
        }
    }

    CommentGiven event(List<String> topics) {
        return new CommentGiven(question, id, member, expertise, topics, written);
    }

    Comment comment(long reader, @Nullable Rating mine, UnaryOperator<String> specialtyNames, Rated rated) {
        Author author = new Author(pseudonym, specialtyNames.apply(expertise));
        Ratings ratings = rated.of(agree, partly, disagree);
        return new Comment(id, question, author, text, written, ratings, by(reader), mine);
    }

    /** Makes counts into what is shown of them. */
    @FunctionalInterface
    public interface Rated {
        /** The distribution with its score and label. */
        Ratings of(int agree, int partly, int disagree);
    }
}
