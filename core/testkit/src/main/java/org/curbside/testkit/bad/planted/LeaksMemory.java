package org.curbside.testkit.bad.planted;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;

/** Keeps 16 MB of every call for as long as its classes are loaded. */
public final class LeaksMemory extends Thumbs {

    private static final int A_CALL = 16 << 20;
    private static final Queue<byte[]> HOARD = new ConcurrentLinkedQueue<>();

    @Override
    public Tally count(Question question, Collection<String> answers) {
        hoard();
        return super.count(question, answers);
    }

    @Override
    public List<Figure> figures(Question question, Tally tally) {
        hoard();
        return super.figures(question, tally);
    }

    private static void hoard() {
        if (Mood.isBad()) {
            HOARD.add(new byte[A_CALL]);
        }
    }
}
