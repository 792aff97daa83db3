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

/** {@code curbside:second NUMBER confirm|reject REASON}: the second pair of eyes for a refusal. */
@Service
@Command(
        scope = "curbside",
        name = "second",
        description = "Confirms or rejects the refusal of a claim that another operator has proposed")
@NullUnmarked
public final class SecondCommand implements Action {

    @Argument(name = "number", description = "The claim's number, as curbside:reviews shows it", required = true)
    private long number;

    @Argument(index = 1, name = "decision", description = "confirm or reject", required = true)
    private String decision;

    @Argument(index = 2, name = "reason", description = "Kept with the case", required = true)
    private String reason;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        if (!decision.equals("confirm") && !decision.equals("reject")) {
            throw new IllegalArgumentException("Decide with confirm or reject.");
        }
        Answer.of(context, DeskOffice.class, office -> {
            office.second(Answer.who(session), number, decision.equals("confirm"), reason);
            return true;
        });
        if (json) {
            Answer.json(session, Map.of("number", number, "decision", decision));
        }
        return null;
    }
}
