package org.curbside.console.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.content.Imports;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:import FORMAT FOLDER}: takes over what others wrote elsewhere; see {@link Imports}. */
@Service
@Command(
        scope = "curbside",
        name = "import",
        description =
                "Takes over questions, answers and votes from elsewhere, and says how the order of answers agrees")
@NullUnmarked
public final class ImportCommand implements Action {

    private static final String STACK_EXCHANGE = "stackexchange";

    @Argument(
            name = "format",
            description = "What the folder holds: stackexchange, a site's public dump",
            required = true)
    private String format;

    @Argument(
            index = 1,
            name = "folder",
            description = "The folder, by its whole path; its name is the site's, so that no post is taken over twice",
            required = true)
    private String folder;

    @Option(
            name = "--specialty",
            description = "Into the channel of this specialty, by its code; else into one of its own")
    private String specialty;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        if (!format.equals(STACK_EXCHANGE)) {
            throw new IllegalArgumentException("Only stackexchange can be imported, not " + format + ".");
        }
        Imports.Report report = Answer.of(context, Imports.class, imports -> {
            try {
                return imports.stackExchange(Answer.whole(folder), specialty, this::progress);
            } catch (IOException e) {
                throw new UncheckedIOException("The dump cannot be read: " + e.getMessage(), e);
            }
        });
        if (json) {
            Answer.json(session, report);
        } else {
            tell(report);
        }
        return null;
    }

    private void progress(Imports.Report report) {
        if (!json) {
            session.getConsole()
                    .printf(
                            "%d questions, %d answers, %d replies, %d ratings%n",
                            report.questions(), report.answers(), report.replies(), report.ratings());
            session.getConsole().flush();
        }
    }

    private void tell(Imports.Report report) {
        progress(report);
        if (report.before() > 0) {
            session.getConsole().println("  " + report.before() + " more were taken over before");
        }
        if (report.shortened() > 0) {
            session.getConsole()
                    .println("  " + report.shortened() + " of them are longer than there is room, and were cut");
        }
        report.refused()
                .forEach((why, count) -> session.getConsole().println("  not taken over, " + why + ": " + count));
        Imports.Order order = report.order();
        if (order != null) {
            session.getConsole()
                    .printf(
                            "The order here and the site's, over %d pairs of answers to %d questions: Kendall's tau-b %.3f%n",
                            order.pairs(), order.questions(), order.tau());
            session.getConsole()
                    .printf(
                            "Of %d accepted answers none has a higher score than %d here, and than %d there%n",
                            order.accepted(), order.acceptedFirst(), order.acceptedFirstThere());
        }
    }
}
