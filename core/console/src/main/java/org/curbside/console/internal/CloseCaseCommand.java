package org.curbside.console.internal;

import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.identity.DeskOffice;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:close-case NUMBER REASON}: lets a licence be claimed anew. */
@Service
@Command(
        scope = "curbside",
        name = "close-case",
        description = "Ends a claim whose letter or key was lost, so that its licence can be claimed anew")
@NullUnmarked
public final class CloseCaseCommand implements Action {

    @Argument(
            name = "number",
            description = "The claim's number, as curbside:letters or curbside:reviews shows it",
            required = true)
    private long number;

    @Argument(index = 1, name = "reason", description = "Kept with the case and told to the claimant", required = true)
    private String reason;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        Answer.of(context, DeskOffice.class, office -> {
            office.close(Answer.who(session), number, reason);
            return true;
        });
        if (json) {
            Answer.json(session, Map.of("number", number, "decision", "closed"));
        } else {
            session.getConsole().println("Closed. The licence can be claimed anew.");
        }
        return null;
    }
}
