package org.curbside.console.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.identity.LoadReport;
import org.curbside.api.identity.LoadTerms;
import org.curbside.api.identity.RegistryLoader;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:registry-load REGISTRY FILE}: loads a registry's file; see {@link RegistryLoader}. */
@Service
@Command(scope = "curbside", name = "registry-load", description = "Loads the file of a registry into the licence desk")
@NullUnmarked
public final class RegistryLoadCommand implements Action {

    @Argument(name = "registry", description = "The registry's id, such as nppes", required = true)
    private String registry;

    @Argument(
            index = 1,
            name = "file",
            description = "The file, by its whole path; rejects go to FILE.rejects.csv",
            required = true)
    private String file;

    @Option(name = "--full", description = "The file lists everyone: remove who is not in it")
    private boolean full;

    @Option(name = "--changes", description = "The file only changes and adds")
    private boolean changes;

    @Option(name = "--as-of", description = "The day on which the source was right, such as 2026-11-01")
    private String asOf;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        LoadReport report = Answer.of(context, RegistryLoader.class, loader -> {
            try {
                return loader.load(registry, Answer.whole(file), terms(), this::progress);
            } catch (IOException e) {
                throw new UncheckedIOException("The file cannot be read: " + e.getMessage(), e);
            }
        });
        if (json) {
            Answer.json(session, report);
            return null;
        }
        session.getConsole()
                .printf(
                        "%d rows read, %d stored, %d rejected in %.1f s%n",
                        report.rows(), report.stored(), report.rejected(), report.millis() / 1000.0);
        report.reasons().forEach((reason, count) -> session.getConsole().println("  " + count + ": " + reason));
        if (report.removed() > 0) {
            session.getConsole().println("  " + report.removed() + " who are not in it were removed");
        }
        if (report.resumedAt() > 0) {
            session.getConsole().println("  " + report.resumedAt() + " of them were loaded before");
        }
        return null;
    }

    private LoadTerms terms() {
        if (full && changes) {
            throw new IllegalArgumentException("Give either --full or --changes.");
        }
        try {
            return new LoadTerms(
                    full || changes ? Optional.of(full) : Optional.empty(),
                    Optional.ofNullable(asOf).map(LocalDate::parse));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Write the day as 2026-11-01.", e);
        }
    }

    private void progress(LoadReport report) {
        if (!json) {
            session.getConsole()
                    .printf(
                            "%3d %%  %d rows, %d rejected%n",
                            100 * report.bytes() / Math.max(1, report.totalBytes()), report.rows(), report.rejected());
            session.getConsole().flush();
        }
    }
}
