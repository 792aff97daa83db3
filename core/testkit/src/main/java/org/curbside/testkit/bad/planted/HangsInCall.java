package org.curbside.testkit.bad.planted;

import java.util.List;
import java.util.Map;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.Question;

/** Hangs with the first ballot, and does not mind being interrupted. */
public final class HangsInCall extends Thumbs {

    @Override
    public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        if (Mood.isBad()) {
            Hanging.forGood();
        }
        return super.read(question, submitted);
    }
}
