package org.curbside.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.curbside.api.guard.Audit;
import org.curbside.api.guard.AuditEntry;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:audit}: what was done about add-ons, and by whom, newest last. */
@Service
@Command(
        scope = "curbside",
        name = "audit",
        description =
                "Shows what was done about add-ons, and by whom, newest last. curbside:doctor says whether the entries"
                        + " are those that were written.")
@NullUnmarked
public final class AuditCommand implements Action {

    @Option(name = "--limit", description = "How many of the latest entries to show")
    private int limit = 20;

    @Option(name = "--json", description = "Print one JSON object, with the SHA-256 of each jar")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws JsonProcessingException {
        if (limit < 1) {
            throw new IllegalArgumentException("Ask for at least one entry.");
        }
        List<AuditEntry> entries = Answer.of(context, Audit.class, audit -> audit.latest(limit));
        if (json) {
            Answer.json(session, Map.of("entries", entries));
        } else {
            print(entries);
        }
        return null;
    }

    private void print(List<AuditEntry> entries) {
        ShellTable table = new ShellTable().emptyTableText("Nothing was done about add-ons yet.");
        table.column("No.");
        table.column("Time");
        table.column("Who");
        table.column("What");
        table.column("Add-on");
        table.column("Version");
        table.column("Signer");
        table.column("Outcome");
        entries.forEach(entry -> table.addRow()
                .addContent(
                        entry.number(),
                        entry.time(),
                        entry.who(),
                        entry.act().name().toLowerCase(Locale.ROOT),
                        entry.addOn(),
                        entry.version().orElse(""),
                        entry.signer().orElse(""),
                        outcome(entry)));
        table.print(session.getConsole());
    }

    private static String outcome(AuditEntry entry) {
        String word = entry.done() ? "done" : "not done";
        return entry.reason().map(reason -> word + ": " + reason).orElse(word);
    }
}
