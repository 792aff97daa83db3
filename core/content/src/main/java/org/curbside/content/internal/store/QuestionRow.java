package org.curbside.content.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.curbside.api.content.Question;
import org.curbside.store.InstantConverter;

/** A question as it is kept. */
@Entity
@Table(name = "question")
public class QuestionRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "question_seq")
    @SequenceGenerator(name = "question_seq", sequenceName = "question_seq", allocationSize = 50)
    private long id;

    @Version
    private int version;

    private String specialty;

    private String title;

    @Column(name = "body")
    private String text;

    @Convert(converter = InstantConverter.class)
    private Instant asked;

    /** For the persistence provider. */
    protected QuestionRow() {}

    /** A question that is not stored yet. */
    public QuestionRow(String specialty, String title, String text, Instant asked) {
        this.specialty = specialty;
        this.title = title;
        this.text = text;
        this.asked = asked;
    }

    /** What may be seen of it. */
    public Question question() {
        return new Question(id, version, specialty, title, text, asked);
    }
}
