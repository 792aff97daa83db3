package org.curbside.console.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.identity.LoadReport;
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
                return loader.load(registry, Answer.whole(file), this::progress);
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
        if (report.resumedAt() > 0) {
            session.getConsole().println("  " + report.resumedAt() + " of them were loaded before");
        }
        return null;
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
