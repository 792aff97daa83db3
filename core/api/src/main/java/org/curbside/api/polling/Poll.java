package org.curbside.api.polling;

import java.util.List;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;

/**
 * A poll as one member sees it.
 *
 * @param text what is asked
 * @param ballot the fields to fill in; empty for whoever has answered, and while the poll's type is away
 * @param answered whether this member has
 * @param away whether the poll's type is not installed at the moment; what was counted stays readable
 * @param ballots how many were cast
 * @param figures the result so far, for whoever has answered or cannot answer; else empty
 */
public record Poll(
        long id,
        String type,
        String text,
        List<Field> ballot,
        boolean answered,
        boolean away,
        long ballots,
        List<Figure> figures) {

    /** Takes copies of the lists. */
    public Poll {
        ballot = List.copyOf(ballot);
        figures = List.copyOf(figures);
    }
}
