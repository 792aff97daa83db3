package org.curbside.console.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.table.ShellTable;
import org.curbside.api.guard.Admission;
import org.curbside.api.guard.Offer;
import org.curbside.api.guard.Receipts;
import org.curbside.api.guard.Verdict;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:check FILE.jar}: what admission would say of an add-on. Fails when it would refuse. */
@Service
@Command(
        scope = "curbside",
        name = "check",
        description = "Tells whether an add-on would be admitted, and why not, without installing it;"
                + " writes a signed receipt to FILE.jar.receipt.json")
@NullUnmarked
public final class CheckCommand implements Action {

    @Argument(name = "file", description = "The add-on's jar, by its whole path")
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--json", description = "Print the receipt, one JSON object, instead of writing it to a file")
    private boolean json;

    @Option(name = "--key", description = "Print the public key that receipts are checked with, and nothing else")
    private boolean key;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        if (key) {
            session.getConsole().print(Answer.of(context, Receipts.class, Receipts::publicKey));
        } else if (file == null) {
            throw new IllegalArgumentException("Name the jar to check, by its whole path.");
        } else {
            check(Answer.whole(file));
        }
        return null;
    }

    private void check(Path jar) throws IOException {
        if (!json) {
            Answer.trying(session, jar);
        }
        Verdict verdict = Answer.of(context, Admission.class, admission -> admission.check(jar));
        String receipt = Answer.of(context, Receipts.class, receipts -> receipts.of(verdict));
        if (json) {
            session.getConsole().println(receipt);
        } else {
            print(verdict);
            if (!verdict.sha256().isEmpty()) {
                session.getConsole().println("Receipt: " + written(receipt, jar));
            }
        }
        if (!verdict.admitted()) {
            throw new IllegalStateException(verdict.refusal().orElseThrow());
        }
    }

    private static Path written(String receipt, Path jar) {
        try {
            return Files.writeString(jar.resolveSibling(jar.getFileName() + ".receipt.json"), receipt + "\n");
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The receipt cannot be written beside the jar; take it from --json: " + e.getMessage(), e);
        }
    }

    private void print(Verdict verdict) {
        ShellTable table = new ShellTable();
        table.column("Check");
        table.column("Result");
        table.column("What was found");
        verdict.findings().forEach(finding -> table.addRow()
                .addContent(finding.check(), finding.result().name().toLowerCase(Locale.ROOT), finding.sentence()));
        table.print(session.getConsole());
        verdict.signer().ifPresent(signer -> session.getConsole().println("Signer: " + signer));
        verdict.offers().forEach(offer -> session.getConsole().println("Offers: " + words(offer)));
        session.getConsole().println("SHA-256: " + verdict.sha256());
    }

    private static String words(Offer offer) {
        String schema = offer.schema().isPresent()
                ? ", answers of version " + offer.schema().getAsInt()
                : "";
        return offer.extensionPoint() + " \"" + offer.id() + "\"" + schema;
    }
}
