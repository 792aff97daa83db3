package org.curbside.testkit.bad.planted;

import java.util.List;
import java.util.Map;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.Question;

/** Starts threads with every ballot and ends none. */
public final class LeaksThreads extends Thumbs {

    private static final int A_BALLOT = 60;

    @Override
    public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        for (int i = 0; i < A_BALLOT && Mood.isBad(); i++) {
            Thread leaked = new Thread(Hanging::forGood, "leaked " + i);
            leaked.setDaemon(true);
            leaked.start();
        }
        return super.read(question, submitted);
    }
}
