package org.curbside.guard.internal.admission.planted;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;

/** Poll types that break their contract in one way each. */
public final class Wrong {

    private Wrong() {}

    /** Counts the first ballot only. */
    public static final class CountsOne extends FinePoll {
        @Override
        public Tally count(Question question, Collection<String> answers) {
            return answers.isEmpty() ? Tally.EMPTY : Tally.of("up");
        }
    }

    /** Looks up a host. */
    public static final class AsksAHost extends FinePoll {
        @Override
        public int schemaVersion() {
            try {
                return InetAddress.getAllByName("registry.example").length;
            } catch (UnknownHostException e) {
                throw new IllegalStateException("" + e, e);
            }
        }
    }

    /** Draws nothing. */
    public static final class DrawsNothing extends FinePoll {
        @Override
        public List<Figure> figures(Question question, Tally tally) {
            return List.of();
        }
    }
}
