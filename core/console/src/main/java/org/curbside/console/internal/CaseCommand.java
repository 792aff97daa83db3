package org.curbside.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.identity.CaseFile;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.RegistryWord;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:case NUMBER}: what was claimed, what each registry said, and what was decided. */
@Service
@Command(
        scope = "curbside",
        name = "case",
        description = "Shows what was claimed, what each registry said and what was decided")
@NullUnmarked
public final class CaseCommand implements Action {

    @Argument(name = "number", description = "The claim's number, as curbside:reviews shows it", required = true)
    private long number;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        CaseFile file = Answer.of(context, DeskOffice.class, office -> office.file(number));
        if (json) {
            Answer.json(session, file);
            return null;
        }
        PrintStream out = session.getConsole();
        out.printf("No. %d, %s since %s: %s%n", file.number(), file.state(), file.since(), file.reason());
        out.printf(
                "Claimed: %s %s, NPI %s, licence %s %s%n",
                file.claim().givenName(),
                file.claim().familyName(),
                file.claim().npi(),
                file.claim().licenceState(),
                file.claim().licenceNumber());
        out.printf("Specialty: %s%n", file.specialtyOpen() ? "to be chosen" : file.specialty());
        for (RegistryWord word : file.words()) {
            out.printf(
                    "%s (%s): %s \"%s\" %s%n",
                    word.registry(), word.asOf(), word.verdict(), word.word(), word.reason());
        }
        file.evidence().ifPresent(evidence -> out.printf("Evidence of %s: HMAC %s%n", evidence.day(), evidence.hmac()));
        for (CaseStep step : file.steps()) {
            out.printf("%s %s %s: %s%n", step.day(), step.act(), step.operator(), step.reason());
        }
        return null;
    }
}
