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
import org.curbside.api.guard.AddOns;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:release NAME}: the way out of quarantine. */
@Service
@Command(scope = "curbside", name = "release", description = "Lets an add-on out of quarantine and starts it")
@NullUnmarked
public final class ReleaseCommand implements Action {

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
        Answer.of(context, AddOns.class, guard -> {
            guard.release(name, Answer.who(session));
            return true;
        });
        if (json) {
            Answer.json(session, Map.of("name", name, "state", "released"));
        } else {
            session.getConsole().println("It is out of quarantine and started.");
        }
        return null;
    }
}
