package org.curbside.content.internal.store;

import java.util.Map;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.content.internal.consensus.Bridging.Fit;
import org.curbside.content.internal.consensus.Taste;

/** The last fit, but for its raters; there is one row. */
@Entity
@Table(name = "consensus_fit")
public class FitRow {

    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private long number;
    private double mean;
    private double scale;
    private double loss;
    private long opinions;
    private long fresh;
    private boolean finished;

    /** For the persistence provider. */
    protected FitRow() {}

    void begin() {
        finished = false;
        fresh = 0;
    }

    void made(Fit fit, long ofOpinions) {
        number++;
        mean = fit.mean();
        scale = fit.scale();
        loss = fit.loss();
        opinions = ofOpinions;
    }

    void finish() {
        finished = true;
    }

    void freshened(int by) {
        fresh += by;
    }

    Fit fit(Map<Long, Taste> raters, Map<Long, Long> rings) {
        return new Fit(mean, raters, rings, scale, loss);
    }

    State state() {
        return new State(number, opinions, fresh, finished);
    }

    /**
     * How far the ratings have gone on since the last fit.
     *
     * @param number grows with every fit
     * @param opinions that were fitted
     * @param fresh ratings that came or changed since it began
     * @param finished false while it is made, and when it was broken off
     */
    public record State(long number, long opinions, long fresh, boolean finished) {}
}
