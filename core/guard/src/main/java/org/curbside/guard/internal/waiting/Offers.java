package org.curbside.guard.internal.waiting;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.guard.internal.House;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.ServletContextDTO;

/**
 * What the parts of the house offer to each other, and what visitors can reach, in words that stay the same when a part is
 * replaced.
 */
final class Offers {

    private static final String SLICES = "org.curbside.api.";

    private final BundleContext context;
    private final HttpServiceRuntime http;

    Offers(BundleContext context, HttpServiceRuntime http) {
        this.context = context;
        this.http = http;
    }

    /** That the part has started. */
    static String isActive(Bundle part) {
        return part.getSymbolicName() + " is active";
    }

    Set<String> now() {
        Stream<String> parts =
                Stream.of(context.getBundles()).filter(House::isOwn).flatMap(Offers::of);
        Stream<String> reachable =
                Stream.of(http.getRuntimeDTO().servletContextDTOs).flatMap(Offers::of);
        return Stream.concat(parts, reachable).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> of(Bundle part) {
        try {
            ServiceReference<?>[] services = part.getRegisteredServices();
            Stream<String> offers =
                    services == null ? Stream.empty() : Stream.of(services).flatMap(service -> names(part, service));
            return part.getState() == Bundle.ACTIVE ? Stream.concat(Stream.of(isActive(part)), offers) : offers;
        } catch (IllegalStateException uninstalled) {
            return Stream.empty();
        }
    }

    private static Stream<String> names(Bundle part, ServiceReference<?> service) {
        return Stream.of((String[]) service.getProperty(Constants.OBJECTCLASS))
                .filter(type -> type.startsWith(SLICES))
                .map(type -> part.getSymbolicName() + " offers " + type);
    }

    private static Stream<String> of(ServletContextDTO visible) {
        return Stream.of(
                        Stream.of(visible.servletDTOs).map(servlet -> "servlet " + servlet.name),
                        Stream.of(visible.filterDTOs).map(filter -> "filter " + filter.name),
                        Stream.of(visible.resourceDTOs).map(files -> "files " + String.join(" ", files.patterns)))
                .flatMap(names -> names);
    }
}
