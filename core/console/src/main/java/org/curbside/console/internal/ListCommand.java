package org.curbside.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.Catalogue;
import org.curbside.api.guard.Listing;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:list}: the add-ons that are installed, and those that a feature repository has. */
@Service
@Command(
        scope = "curbside",
        name = "list",
        description = "Shows the add-ons that are installed, how they do and how their calls went since they came,"
                + " and those that a feature repository has")
@NullUnmarked
public final class ListCommand implements Action {

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws JsonProcessingException {
        List<Listing> listings = Answer.of(context, Catalogue.class, Catalogue::listings);
        if (json) {
            Answer.json(session, Map.of("addOns", listings));
        } else {
            print(listings);
        }
        return null;
    }

    private void print(List<Listing> listings) {
        ShellTable table = new ShellTable()
                .emptyTableText("No add-on is installed, and no feature repository has one. curbside:install FILE.jar"
                        + " installs a file.");
        for (String column : List.of("Add-on", "Version", "Available", "State", "Signer", "Provides")) {
            table.column(column);
        }
        table.column("Calls").alignRight();
        table.column("Errors").alignRight();
        table.column("Mean ms").alignRight();
        listings.forEach(listing -> table.addRow().addContent(cells(listing)));
        table.print(session.getConsole());
        listings.forEach(
                listing -> listing.installed().flatMap(AddOn::problem).ifPresent(problem -> session.getConsole()
                        .println(listing.name() + ": " + problem)));
    }

    private static Object[] cells(Listing listing) {
        Optional<AddOn> installed = listing.installed();
        Optional<AddOn.Calls> calls = installed.map(AddOn::calls);
        return new Object[] {
            listing.name(),
            installed.map(AddOn::version).orElse(""),
            listing.available().orElse(""),
            installed
                    .map(addOn -> addOn.state().name().toLowerCase(Locale.ROOT))
                    .orElse("not installed"),
            listing.signer().orElse("nobody"),
            String.join(", ", listing.provides()),
            calls.map(made -> "" + (made.answered() + made.failed())).orElse(""),
            calls.map(made -> "" + made.failed()).orElse(""),
            calls.filter(made -> made.answered() > 0)
                    .map(made -> String.format(Locale.ROOT, "%.1f", made.meanMillis()))
                    .orElse("")
        };
    }
}
