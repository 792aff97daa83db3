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

/** {@code curbside:decide NUMBER approve|refuse REASON}: decides on a claim; a refusal waits for another operator. */
@Service
@Command(
        scope = "curbside",
        name = "decide",
        description = "Approves a claim that waits for a person, or proposes to refuse it")
@NullUnmarked
public final class DecideCommand implements Action {

    @Argument(name = "number", description = "The claim's number, as curbside:reviews shows it", required = true)
    private long number;

    @Argument(index = 1, name = "decision", description = "approve or refuse", required = true)
    private String decision;

    @Argument(
            index = 2,
            name = "reason",
            description = "Told to the claimant once another operator has confirmed a refusal",
            required = true)
    private String reason;

    @Option(name = "--specialty", description = "The code of the specialty, where the registry names none")
    private String specialty;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        if (!decision.equals("approve") && !decision.equals("refuse")) {
            throw new IllegalArgumentException("Decide with approve or refuse.");
        }
        Answer.of(context, DeskOffice.class, office -> {
            decide(office);
            return true;
        });
        if (json) {
            Answer.json(session, Map.of("number", number, "decision", decision));
        } else if (decision.equals("refuse")) {
            session.getConsole().println("Proposed. Another operator confirms it with curbside:second.");
        }
        return null;
    }

    private void decide(DeskOffice office) {
        String who = Answer.who(session);
        if (decision.equals("approve")) {
            office.approve(who, number, reason, specialty);
        } else {
            office.propose(who, number, reason);
        }
    }
}
