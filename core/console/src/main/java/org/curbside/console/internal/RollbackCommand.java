package org.curbside.console.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.Installer;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:rollback NAME}: the version before runs again. */
@Service
@Command(
        scope = "curbside",
        name = "rollback",
        description = "Goes back to the version of an add-on that ran before the last update")
@NullUnmarked
public final class RollbackCommand implements Action {

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
        AddOn now = Answer.of(context, Installer.class, installer -> installer.rollback(name, Answer.who(session)));
        if (json) {
            Answer.json(session, now);
        } else {
            session.getConsole().println(now.name() + " " + now.version() + " runs again.");
        }
        return null;
    }
}
