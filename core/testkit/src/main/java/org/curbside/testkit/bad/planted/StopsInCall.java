package org.curbside.testkit.bad.planted;

import java.util.List;
import java.util.Map;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.Question;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/** Stops itself while it is called. */
public final class StopsInCall extends Thumbs {

    @Override
    public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        if (Mood.isBad()) {
            try {
                FrameworkUtil.getBundle(StopsInCall.class).stop();
            } catch (BundleException e) {
                throw new IllegalStateException(e);
            }
        }
        return super.read(question, submitted);
    }
}
