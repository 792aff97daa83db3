package org.curbside.console.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOns;
import org.curbside.api.guard.Admission;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * What is installed of Curbside, and whether it works.
 *
 * @param healthy whether every bundle of the house is active and every add-on works
 * @param bundles the house, by name
 * @param addOns what was added to it; empty also while the guard is away, which is then not active above
 * @param warnings in which ways add-ons are admitted less strictly than they could be; health does not depend on it
 */
record Status(boolean healthy, List<BundleState> bundles, List<AddOn> addOns, List<String> warnings) {

    static Status of(BundleContext context) {
        return of(Stream.of(context.getBundles()), addOns(context), warnings(context));
    }

    static Status of(Stream<Bundle> installed, List<AddOn> addOns, List<String> warnings) {
        Set<String> added = addOns.stream().map(AddOn::name).collect(Collectors.toSet());
        List<BundleState> bundles = installed
                .filter(bundle -> bundle.getSymbolicName() != null)
                .filter(bundle -> bundle.getSymbolicName().startsWith("curbside-"))
                .filter(bundle -> !added.contains(bundle.getSymbolicName()))
                .map(BundleState::of)
                .sorted(Comparator.comparing(BundleState::name))
                .toList();
        boolean healthy = bundles.stream().allMatch(BundleState::active)
                && addOns.stream().allMatch(AddOn::working);
        return new Status(healthy, bundles, addOns, warnings);
    }

    private static List<AddOn> addOns(BundleContext context) {
        ServiceReference<AddOns> guard = context.getServiceReference(AddOns.class);
        return guard == null ? List.of() : Answer.of(context, AddOns.class, AddOns::installed);
    }

    private static List<String> warnings(BundleContext context) {
        ServiceReference<Admission> guard = context.getServiceReference(Admission.class);
        return guard == null ? List.of() : Answer.of(context, Admission.class, Admission::warnings);
    }
}
