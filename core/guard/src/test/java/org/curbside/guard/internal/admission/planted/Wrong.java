package org.curbside.guard.internal.admission.planted;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;

/** Poll types that are wrong in one way each. */
public final class Wrong {

    private Wrong() {}

    /** Hangs while it is made. */
    public static final class HangsAtStart extends FinePoll {
        /** Never comes to an end. */
        @SuppressWarnings("InfiniteLoopStatement")
        public HangsAtStart() {
            while (true) {
                LockSupport.park();
            }
        }
    }

    /** Throws while it is made. */
    public static final class ThrowsAtStart extends FinePoll {
        /** Finds nothing. */
        public ThrowsAtStart() {
            throw new IllegalStateException("The scale is missing");
        }
    }

    /** Ends the process. */
    public static final class Exits extends FinePoll {
        /** Has had enough. */
        public Exits() {
            System.exit(42);
        }
    }

    /** Wants more memory than there is. */
    public static final class EatsMemory extends FinePoll {
        @Override
        public List<Figure> figures(Question question, Tally tally) {
            List<byte[]> eaten = new ArrayList<>();
            while (eaten.size() < Integer.MAX_VALUE) {
                eaten.add(new byte[1 << 20]);
            }
            return List.of();
        }
    }

    /** Hangs in a call. */
    public static final class HangsInCount extends FinePoll {
        @Override
        public Tally count(Question question, Collection<String> answers) {
            return new HangsAtStart().count(question, answers);
        }
    }

    /** Counts the first ballot only. */
    public static final class CountsOne extends FinePoll {
        @Override
        public Tally count(Question question, Collection<String> answers) {
            return answers.isEmpty() ? Tally.EMPTY : Tally.of("up");
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
