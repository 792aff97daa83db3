package org.curbside.console.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOns;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** Completes the names of installed add-ons. */
@Service
@NullUnmarked
public final class AddOnNames implements Completer {

    @Reference
    private BundleContext context;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names =
                Answer.ofWhoeverIsThere(context, AddOns.class, AddOns::installed).orElse(List.of()).stream()
                        .map(AddOn::name)
                        .toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
