package org.curbside.console.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.content.ConsensusReplay;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:replay-consensus}: computes again what the ratings amount to. */
@Service
@Command(
        scope = "curbside",
        name = "replay-consensus",
        description = "Computes from the stored ratings everything that is shown of them, and compares to the last bit")
@NullUnmarked
public final class ReplayConsensusCommand implements Action {

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        if (!json) {
            session.getConsole()
                    .println(
                            "Fitting the raters again, and weighing all advice; of millions of ratings that takes minutes.");
            session.getConsole().flush();
        }
        ConsensusReplay.Report report = Answer.of(context, ConsensusReplay.class, ConsensusReplay::replay);
        if (json) {
            Answer.json(session, report);
        } else {
            session.getConsole()
                    .printf(
                            "%d ratings of %d comments; a fit of %d ratings by %d members who rate enough%n",
                            report.ratings(), report.comments(), report.fitted(), report.raters());
            report.differences().forEach(session.getConsole()::println);
        }
        if (!report.differences().isEmpty()) {
            throw new IllegalStateException(
                    "What is kept is not what the ratings amount to; the differences are above");
        }
        if (!json) {
            session.getConsole().println("All that is kept was computed again and is the same, to the last bit.");
        }
        return null;
    }
}
