package org.curbside.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.curbside.api.guard.AddOn;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:status}: what is installed, and whether it works. Fails when something does not. */
@Service
@Command(scope = "curbside", name = "status", description = "Shows what is installed of Curbside and whether it works")
@NullUnmarked
public final class StatusCommand implements Action {

    @Option(name = "--json", description = "Print one JSON object instead of a table")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws JsonProcessingException {
        Status status = Status.of(context);
        if (json) {
            Answer.json(session, status);
        } else {
            print(status);
        }
        if (!status.healthy()) {
            throw new IllegalStateException(
                    "Not everything works; what is said above and the log (log:display) tell why");
        }
        return null;
    }

    private void print(Status status) {
        ShellTable table = new ShellTable();
        table.column("Bundle");
        table.column("Version");
        table.column("State");
        table.column("Offers");
        status.bundles()
                .forEach(bundle -> table.addRow().addContent(bundle.name(), bundle.version(), bundle.state(), ""));
        status.addOns().forEach(addOn -> table.addRow().addContent(cells(addOn)));
        table.print(session.getConsole());
        status.addOns().forEach(addOn -> addOn.problem()
                .ifPresent(problem -> session.getConsole().println(addOn.name() + ": " + problem)));
        status.warnings().forEach(warning -> session.getConsole().println("WARNING: " + warning));
    }

    private static Object[] cells(AddOn addOn) {
        return new Object[] {
            addOn.name(),
            addOn.version(),
            addOn.state().name().toLowerCase(Locale.ROOT),
            String.join(", ", addOn.offers())
        };
    }
}
