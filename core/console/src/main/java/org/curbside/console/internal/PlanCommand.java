package org.curbside.console.internal;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Plan;
import org.curbside.api.guard.Planner;
import org.curbside.api.guard.Verdict;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:plan FILE.jar|NAME}: what an installation would do. Fails when it would be refused. */
@Service
@Command(
        scope = "curbside",
        name = "plan",
        description = "Tells what curbside:install or curbside:update would do, without doing it: whether admission"
                + " takes it, what needs it, what would be away meanwhile, and how to get back")
@NullUnmarked
public final class PlanCommand implements Action {

    @Argument(
            name = "jar",
            description =
                    "The whole path of a .jar file, or the name of an add-on that curbside:list shows as available",
            required = true)
    @Completion(Jars.class)
    private String jar;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        Path file = Answer.jar(context, jar);
        if (!json) {
            Answer.trying(session, file);
        }
        Plan plan = Answer.of(context, Planner.class, planner -> planner.plan(file));
        if (json) {
            Answer.json(session, plan);
        } else {
            print(plan);
        }
        if (!plan.verdict().admitted()) {
            throw new IllegalStateException(plan.verdict().refusal().orElseThrow());
        }
        return null;
    }

    private void print(Plan plan) {
        Verdict verdict = plan.verdict();
        say("Add-on", verdict.name().orElse(verdict.file()));
        say("From", plan.running().orElse("not installed"));
        say("To", verdict.version().orElse("unknown"));
        say("Signer", verdict.signer().orElse("nobody"));
        verdict.offers().forEach(offer -> say("Provides", offer.extensionPoint() + " \"" + offer.id() + "\""));
        verdict.findings().stream()
                .filter(finding -> finding.result() != Finding.Result.PASSED)
                .forEach(finding ->
                        say(finding.refuses() ? "Refused" : "Warning", finding.check() + ": " + finding.sentence()));
        say("Needed by", plan.uses().isEmpty() ? "nothing that is stored" : String.join(", ", plan.uses()));
        if (verdict.admitted()) {
            plan.meanwhile().forEach(sentence -> say("Meanwhile", sentence));
        }
        plan.back().forEach(sentence -> say("Way back", sentence));
        session.getConsole().println("Nothing was changed.");
    }

    private void say(String what, String text) {
        session.getConsole().printf("%-10s %s%n", what, text);
    }
}
