package org.curbside.console.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
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
import org.curbside.api.content.Passage;
import org.curbside.api.content.Screener;
import org.curbside.api.refusal.Finding;
import org.curbside.spi.screening.Concern.Severity;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:screen FILE}: what in a text could identify a patient. Fails when something in it does so by itself. */
@Service
@Command(
        scope = "curbside",
        name = "screen",
        description = "Tells what in a text could identify a patient, as it would be told to whoever posts it; stores"
                + " nothing. Fails when something has to be taken out")
@NullUnmarked
public final class ScreenCommand implements Action {

    private static final int LONGEST = 100_000;

    @Argument(name = "file", description = "A text in UTF-8, by its whole path", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        Passage passage = new Passage("text", text(Answer.whole(file)));
        List<Finding> findings = Answer.of(context, Screener.class, screener -> screener.findings(passage));
        if (json) {
            Answer.json(session, new Findings(findings));
        } else if (findings.isEmpty()) {
            session.getConsole().println("Nothing was found. That does not promise that nothing is there.");
        } else {
            print(findings);
        }
        long blocking = findings.stream()
                .filter(finding -> finding.severity() == Severity.BLOCK)
                .count();
        if (blocking > 0) {
            throw new IllegalStateException(
                    Answer.count((int) blocking, "place") + " to take out before this can be posted.");
        }
        return null;
    }

    private static String text(Path path) throws IOException {
        try {
            String text = Files.readString(path);
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("The text is longer than 100,000 characters. Split it.");
            }
            return text;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file " + path + " that can be read.", e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The file is not in UTF-8.", e);
        }
    }

    private void print(List<Finding> findings) {
        ShellTable table = new ShellTable();
        table.column("From");
        table.column("To");
        table.column("Kind");
        table.column("Severity");
        table.column("Words");
        table.column("What to do");
        findings.forEach(finding -> table.addRow()
                .addContent(
                        finding.start(),
                        finding.end(),
                        finding.kind(),
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        finding.span().replaceAll("\\s+", " "),
                        finding.message()));
        table.print(session.getConsole());
    }

    record Findings(List<Finding> findings) {}
}
