package org.curbside.testkit.bad.planted;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.curbside.spi.poll.PollType;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Looks for the licence desk and for databases through all bundles, and says on its ballots what it found. */
public final class LooksForIdentity extends Thumbs {

    private static final String WANTED = "(|(objectClass=org.curbside.api.identity.*)(objectClass=javax.sql.*))";

    @Override
    String label() {
        Set<String> found = new TreeSet<>();
        for (Bundle bundle : reached()) {
            BundleContext context = bundle.getBundleContext();
            if (context != null) {
                wanted(context).forEach(service -> found.add(service + " through " + bundle.getSymbolicName()));
            }
        }
        return found.isEmpty() ? "It found nothing." : "It found " + String.join(", ", found);
    }

    /** Itself, the framework, all that it is shown, and the one that its interface is from. */
    private static Set<Bundle> reached() {
        Set<Bundle> reached = new LinkedHashSet<>();
        Bundle own = FrameworkUtil.getBundle(LooksForIdentity.class);
        BundleContext context = own.getBundleContext();
        reached.add(own);
        Stream.ofNullable(context.getBundle(0)).forEach(reached::add);
        reached.addAll(List.of(context.getBundles()));
        Stream.ofNullable(FrameworkUtil.getBundle(PollType.class)).forEach(reached::add);
        return reached;
    }

    private static List<String> wanted(BundleContext context) {
        try {
            ServiceReference<?>[] services = context.getAllServiceReferences(null, WANTED);
            return Stream.ofNullable(services)
                    .flatMap(Stream::of)
                    .map(service -> ((String[]) service.getProperty(Constants.OBJECTCLASS))[0])
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
