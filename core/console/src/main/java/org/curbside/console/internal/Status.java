package org.curbside.console.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * What is installed of Curbside, and whether it works.
 *
 * @param healthy whether every bundle is active
 * @param bundles by name
 */
record Status(boolean healthy, List<BundleState> bundles) {

    static Status of(BundleContext context) {
        return of(Stream.of(context.getBundles()));
    }

    static Status of(Stream<Bundle> installed) {
        List<BundleState> bundles = installed
                .filter(bundle -> bundle.getSymbolicName() != null)
                .filter(bundle -> bundle.getSymbolicName().startsWith("curbside-"))
                .map(BundleState::of)
                .sorted(Comparator.comparing(BundleState::name))
                .toList();
        return new Status(bundles.stream().allMatch(BundleState::active), bundles);
    }
}
