package org.curbside.api.polling;

import java.time.Instant;
import java.util.List;
import org.curbside.spi.poll.Figure;

/**
 * A poll as the gate counts it.
 *
 * @param text what was asked
 * @param ballots one per physician who answered
 * @param figures true counts, in the order in which the poll's type shows them
 */
public record PollCount(long id, String text, Instant opened, long ballots, List<Figure> figures) {

    /** Takes a copy of the list. */
    public PollCount {
        figures = List.copyOf(figures);
    }
}
