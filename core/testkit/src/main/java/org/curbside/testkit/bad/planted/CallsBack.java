package org.curbside.testkit.bad.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Has another poll type and itself read every ballot, by their services, and so on without an end. */
public final class CallsBack extends Thumbs {

    private static final String THOSE = "(|(curbside.poll.type=choice)(curbside.poll.type=bad-calls-back))";

    private List<PollType> found = List.of();

    @Override
    public synchronized String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        if (Mood.isBad() && found.isEmpty()) {
            found = find();
        }
        for (PollType type : found) {
            tryOn(type, question, submitted);
        }
        return super.read(question, submitted);
    }

    private static void tryOn(PollType type, Question question, Map<String, List<String>> submitted) {
        try {
            type.read(question, submitted);
        } catch (InvalidAnswer refused) {
            // the ballot was not made for that one
        }
    }

    private static List<PollType> find() {
        BundleContext context = FrameworkUtil.getBundle(CallsBack.class).getBundleContext();
        List<PollType> types = new ArrayList<>();
        try {
            for (ServiceReference<PollType> service : context.getServiceReferences(PollType.class, THOSE)) {
                types.add(context.getService(service));
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return types;
    }
}
