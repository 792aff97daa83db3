package org.curbside.console.internal;

import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.membership.Bans;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:unban PSEUDONYM REASON}: lets a banned member in again. */
@Service
@Command(scope = "curbside", name = "unban", description = "Lets a banned member in again")
@NullUnmarked
public final class UnbanCommand implements Action {

    @Argument(name = "pseudonym", description = "The member's pseudonym", required = true)
    private String pseudonym;

    @Argument(index = 1, name = "reason", description = "Kept with the ban", required = true)
    private String reason;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        Answer.of(context, Bans.class, bans -> {
            bans.lift(Answer.who(session), pseudonym, reason);
            return true;
        });
        if (json) {
            Answer.json(session, Map.of("pseudonym", pseudonym, "state", "lifted"));
        } else {
            session.getConsole()
                    .println("Lifted. Whoever has the pseudonym signs in as before, after a renewal if one is due.");
        }
        return null;
    }
}
