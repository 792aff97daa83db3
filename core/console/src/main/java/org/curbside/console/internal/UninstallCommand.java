package org.curbside.console.internal;

import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.guard.Installer;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:uninstall NAME}: an add-on goes for good; what was stored with it stays. */
@Service
@Command(
        scope = "curbside",
        name = "uninstall",
        description = "Removes an add-on; what was asked and answered with it stays readable")
@NullUnmarked
public final class UninstallCommand implements Action {

    @Argument(name = "name", description = "The add-on, as curbside:list shows it", required = true)
    @Completion(AddOnNames.class)
    private String name;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        Answer.of(context, Installer.class, installer -> {
            installer.uninstall(name, Answer.who(session));
            return true;
        });
        if (json) {
            Answer.json(session, Map.of("name", name, "state", "uninstalled"));
        } else {
            session.getConsole().println("It is removed. What was stored with it stays.");
        }
        return null;
    }
}
