package org.curbside.console.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.AggregateCompleter;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.curbside.api.guard.Catalogue;
import org.curbside.api.guard.Listing;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** Completes what can be installed: add-ons that a feature repository has, and files. */
@Service
@NullUnmarked
public final class Jars implements Completer {

    @Reference
    private BundleContext context;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names =
                Answer.ofWhoeverIsThere(context, Catalogue.class, Catalogue::listings).orElse(List.of()).stream()
                        .filter(listing -> listing.available().isPresent())
                        .map(Listing::name)
                        .toList();
        return new AggregateCompleter(List.of(new StringsCompleter(names), new FileCompleter()))
                .complete(session, line, candidates);
    }
}
