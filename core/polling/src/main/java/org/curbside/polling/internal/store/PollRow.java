package org.curbside.polling.internal.store;

import java.time.Instant;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;
import org.curbside.store.InstantConverter;

/** A poll as it is kept, with its tally and the last figures that its type made of it. */
@Entity
@Table(name = "poll")
public class PollRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "poll_seq")
    @SequenceGenerator(name = "poll_seq", sequenceName = "poll_seq", allocationSize = 50)
    private long id;

    @Version
    private int version;

    private String type;
    private String text;
    private String choices;
    private String secret;

    @Convert(converter = InstantConverter.class)
    private Instant opened;

    @Column
    private long ballots;

    private String cells;
    private String figures;

    @Column
    private long shown;

    @Column(name = "shown_figures")
    private String shownFigures;

    private boolean withdrawn;

    @Column(name = "withdrawn_by")
    private long withdrawnBy;

    /** For the persistence provider. */
    protected PollRow() {}

    /** Hides it with its question, or shows it again; an earlier event changes nothing any more. */
    void withdraw(boolean hidden, long position) {
        if (position > withdrawnBy) {
            withdrawn = hidden;
            withdrawnBy = position;
        }
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    /** A poll that is not stored yet. */
    public PollRow(String type, Question question, String secret, Instant opened, List<Figure> empty) {
        this.type = type;
        this.text = question.text();
        this.choices = PollJson.write(question.choices());
        this.secret = secret;
        this.opened = opened;
        this.cells = PollJson.write(Tally.EMPTY.cells());
        this.figures = PollJson.writeFigures(empty);
        this.shownFigures = figures;
    }

    /** Identifies it. */
    public long id() {
        return id;
    }

    /** The id of its type. */
    public String type() {
        return type;
    }

    /** What it asks and offers. */
    public Question question() {
        return new Question(text, PollJson.readList(choices));
    }

    /** Makes keys of members. */
    public String secret() {
        return secret;
    }

    /** When it was opened. */
    public Instant opened() {
        return opened;
    }

    /** What was counted so far. */
    public Tally tally() {
        return new Tally(ballots, PollJson.readCells(cells));
    }

    /** What its type last made of the tally, for the gate; there even while the type is away. */
    public List<Figure> figures() {
        return PollJson.readFigures(figures);
    }

    /** How many ballots are in what members see. */
    public long shown() {
        return shown;
    }

    /** What members see: the figures as they were when the urn was last emptied. */
    public List<Figure> shownFigures() {
        return PollJson.readFigures(shownFigures);
    }

    void show() {
        shown = ballots;
        shownFigures = figures;
    }

    void count(Tally tally, List<Figure> figures) {
        this.ballots = tally.ballots();
        this.cells = PollJson.write(tally.cells());
        this.figures = PollJson.writeFigures(figures);
    }
}
