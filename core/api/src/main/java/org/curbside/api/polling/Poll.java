package org.curbside.api.polling;

import java.util.List;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;

/**
 * A poll as one member sees it. Ballots are counted for members {@link #BATCH} at a time, so that nobody can tell from the
 * result before and after one ballot what was in it.
 *
 * @param text what is asked
 * @param ballot the fields to fill in; empty for whoever has answered, and while the poll's type is away
 * @param answered whether this member has
 * @param away whether the poll's type is not installed at the moment; what was counted stays readable
 * @param ballots how many were cast
 * @param counted how many of them are in the figures; 0 for whoever has not answered
 * @param figures the result so far, for whoever has answered, once there are enough ballots; else empty
 */
public record Poll(
        long id,
        String type,
        String text,
        List<Field> ballot,
        boolean answered,
        boolean away,
        long ballots,
        long counted,
        List<Figure> figures) {

    /** How many ballots are counted together. */
    public static final int BATCH = 5;

    /** Takes copies of the lists. */
    public Poll {
        ballot = List.copyOf(ballot);
        figures = List.copyOf(figures);
    }
}
