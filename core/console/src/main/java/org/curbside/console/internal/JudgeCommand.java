package org.curbside.console.internal;

import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * {@code curbside:judge NUMBER shown|not-shown REASON}: says whether a document shows possession; two operators have to say so.
 * {@code curbside:judge NUMBER see FILE} writes the picture to a file first.
 */
@Service
@Command(
        scope = "curbside",
        name = "judge",
        description =
                "Writes a document's picture to a file, or says whether it shows that the licence is the claimant's")
@NullUnmarked
public final class JudgeCommand implements Action {

    @Argument(name = "number", description = "The claim's number, as curbside:documents shows it", required = true)
    private long number;

    @Argument(index = 1, name = "decision", description = "see, shown or not-shown", required = true)
    private String decision;

    @Argument(
            index = 2,
            name = "reason",
            description = "Kept with the case; with see, the file's whole path",
            required = true)
    private String reason;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        switch (decision) {
            case "see" -> {
                Path file = Answer.whole(reason);
                byte[] picture = Answer.of(context, DeskOffice.class, office -> office.document(number));
                Files.write(file, picture);
            }
            case "shown", "not-shown" -> Answer.of(context, DeskOffice.class, office -> {
                office.judge(Answer.who(session), number, decision.equals("shown"), reason);
                return true;
            });
            default -> throw new IllegalArgumentException("Decide with see, shown or not-shown.");
        }
        if (json) {
            Answer.json(session, Map.of("number", number, "decision", decision));
        }
        return null;
    }
}
