package org.curbside.console.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Finds bundles that cannot run, and those of the house that do not. Add-ons are the guard's to look at. */
record Bundles(BundleContext context, Set<String> addOns) {

    Stream<Complaint> complaints() {
        return Stream.of(context.getBundles())
                .filter(bundle -> !addOns.contains("" + bundle.getSymbolicName()))
                .flatMap(this::complaint);
    }

    private Stream<Complaint> complaint(Bundle bundle) {
        if (bundle.getState() == Bundle.INSTALLED) {
            return Stream.of(Complaint.wrong(
                    name(bundle),
                    "It is not resolved. " + lacks(bundle),
                    "Install what it lacks, or uninstall it with bundle:uninstall " + bundle.getBundleId() + "."));
        }
        boolean ours = name(bundle).startsWith("curbside-");
        if (ours && bundle.getState() != Bundle.ACTIVE) {
            return Stream.of(Complaint.wrong(
                    name(bundle),
                    "It is " + BundleState.of(bundle).state() + ".",
                    "Start it with bundle:start " + bundle.getBundleId() + "; log:display says why it stopped."));
        }
        return Stream.empty();
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() == null ? bundle.getLocation() : bundle.getSymbolicName();
    }

    private String lacks(Bundle bundle) {
        FrameworkWiring framework =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        List<BundleRequirement> declared = bundle.adapt(BundleRevision.class).getDeclaredRequirements(null);
        String lacks = declared.stream()
                .filter(requirement -> isMandatory(requirement)
                        && framework.findProviders(requirement).isEmpty())
                .map(requirement -> requirement.getNamespace() + " "
                        + requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, ""))
                .collect(Collectors.joining(", "));
        return lacks.isEmpty()
                ? "Nothing it needs is missing by itself; bundle:diag says more."
                : "It lacks " + lacks + ".";
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        String resolution = requirement.getDirectives().getOrDefault(Constants.RESOLUTION_DIRECTIVE, "mandatory");
        String effective = requirement.getDirectives().getOrDefault(Constants.EFFECTIVE_DIRECTIVE, "resolve");
        return resolution.equals(Constants.RESOLUTION_MANDATORY) && effective.equals(Constants.EFFECTIVE_RESOLVE);
    }
}
