package org.curbside.guard.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Says what an add-on needs and does not get. */
final class Lacks {

    private final FrameworkWiring framework;

    Lacks(BundleContext context) {
        framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** One or more sentences about a bundle that is not resolved. */
    String sentenceOn(Bundle bundle) {
        List<BundleRequirement> needed = bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                .filter(Lacks::mandatory)
                .toList();
        String sentences = needed.stream()
                .filter(requirement -> House.isPrivate(requirement) || !offered(requirement))
                .map(Lacks::sentence)
                .collect(Collectors.joining(" "));
        return sentences.isEmpty() ? "It was installed and not started. Start it with bundle:start." : sentences;
    }

    private boolean offered(BundleRequirement requirement) {
        return !framework.findProviders(requirement).isEmpty();
    }

    private static boolean mandatory(BundleRequirement requirement) {
        String resolution = requirement.getDirectives().getOrDefault(Constants.RESOLUTION_DIRECTIVE, "mandatory");
        String effective = requirement.getDirectives().getOrDefault(Constants.EFFECTIVE_DIRECTIVE, "resolve");
        return resolution.equals(Constants.RESOLUTION_MANDATORY) && effective.equals(Constants.EFFECTIVE_RESOLVE);
    }

    private static String sentence(BundleRequirement requirement) {
        return House.isPrivate(requirement)
                ? "It imports " + House.packageOf(requirement).orElseThrow()
                        + "; add-ons may use org.curbside.spi only."
                : "It needs " + requirement.getNamespace() + " "
                        + requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "")
                        + ", which nothing here offers.";
    }
}
