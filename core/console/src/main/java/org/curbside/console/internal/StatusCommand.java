package org.curbside.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
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
            session.getConsole().println(new ObjectMapper().writeValueAsString(status));
        } else {
            print(status);
        }
        if (!status.healthy()) {
            throw new IllegalStateException("Not every bundle is active; the log says why (log:exception-display)");
        }
        return null;
    }

    private void print(Status status) {
        ShellTable table = new ShellTable();
        table.column("Bundle");
        table.column("Version");
        table.column("State");
        status.bundles().forEach(bundle -> table.addRow().addContent(bundle.name(), bundle.version(), bundle.state()));
        table.print(session.getConsole());
    }
}
