package org.curbside.console.internal;

import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.QueueStatistics;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:queue}: how long claims wait. */
@Service
@Command(scope = "curbside", name = "queue", description = "Shows how many cases there are, and how long claims wait")
@NullUnmarked
public final class QueueCommand implements Action {

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        QueueStatistics statistics = Answer.of(context, DeskOffice.class, DeskOffice::statistics);
        if (json) {
            Answer.json(session, statistics);
            return null;
        }
        Map<Object, Long> cases = new TreeMap<>(statistics.cases());
        session.getConsole().println("Cases: " + cases);
        session.getConsole().println("Waiting: " + sentence(statistics.waiting()));
        session.getConsole().println("Decided in the last 90 days: " + sentence(statistics.decided()));
        return null;
    }

    private static String sentence(QueueStatistics.Days days) {
        return Answer.count((int) days.cases(), "claim") + ", median " + days.median() + " days, nine of ten within "
                + days.ninetieth() + ", longest " + days.longest();
    }
}
