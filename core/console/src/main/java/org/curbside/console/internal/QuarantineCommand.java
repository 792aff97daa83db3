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

/** {@code curbside:quarantine NAME REASON}: keeps an add-on from running, also after a restart. */
@Service
@Command(
        scope = "curbside",
        name = "quarantine",
        description = "Stops an add-on and keeps this version of it from running, also after a restart")
@NullUnmarked
public final class QuarantineCommand implements Action {

    @Argument(name = "name", description = "The add-on, as curbside:list shows it", required = true)
    @Completion(AddOnNames.class)
    private String name;

    @Argument(index = 1, name = "reason", description = "For the operators who come after you", required = true)
    private String reason;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        Answer.of(context, AddOns.class, guard -> {
            guard.quarantine(name, reason, Answer.who(session));
            return true;
        });
        if (json) {
            Answer.json(session, Map.of("name", name, "state", "quarantined"));
        } else {
            session.getConsole()
                    .println("This version is stopped and stays so; the one before runs again, if one was kept."
                            + " curbside:release " + name + " lets it out.");
        }
        return null;
    }
}
