package org.curbside.guard.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Tells the house's own bundles, which may use all of it, from add-ons, which may use the spi. */
public final class House {

    private static final String PREFIX = "org.curbside.";
    private static final String SPI = PREFIX + "spi.";
    private static final Pattern PACKAGE =
            Pattern.compile("osgi\\.wiring\\.package=(" + Pattern.quote(PREFIX) + "[^)]*)\\)");
    private static final String GUARD = "curbside-guard";
    private static final Set<String> OWN = Set.of(
            "curbside-spi",
            "curbside-api",
            "curbside-store",
            "curbside-identity",
            "curbside-membership",
            "curbside-content",
            "curbside-polling",
            "curbside-safety",
            "curbside-moderation",
            "curbside-insight",
            "curbside-notification",
            "curbside-delivery",
            "curbside-disclosure",
            "curbside-search",
            GUARD,
            "curbside-http",
            "curbside-console",
            "curbside-web",
            "curbside-demonstration");

    private House() {}

    /** All add-ons that are installed. */
    static Stream<Bundle> addOns(BundleContext context) {
        return Stream.of(context.getBundles()).filter(House::isAddOn);
    }

    /** Whether the bundle was built against Curbside without being a part of it. A bundle that is gone is none. */
    public static boolean isAddOn(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && isAddOn(revision);
    }

    /** Whether the bundle is a part of the house. */
    public static boolean isOwn(Bundle bundle) {
        return isOwn("" + bundle.getSymbolicName());
    }

    /** Whether a bundle of that symbolic name is a part of the house. */
    public static boolean isOwn(String symbolicName) {
        return OWN.contains(symbolicName);
    }

    /** Whether the bundle is the part of the house that calls add-ons; all others have them called. */
    static boolean isGuard(Bundle bundle) {
        return GUARD.equals(bundle.getSymbolicName());
    }

    static boolean isAddOn(BundleRevision revision) {
        return !OWN.contains("" + revision.getSymbolicName())
                && revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .anyMatch(requirement -> packageOf(requirement).isPresent());
    }

    /** Whether the requirement is for a package of the house that is not for add-ons. */
    static boolean isPrivate(BundleRequirement requirement) {
        return packageOf(requirement).filter(name -> !name.startsWith(SPI)).isPresent();
    }

    /** Those of a service's interfaces that are extension points, without the spi's prefix. */
    static List<String> extensionPoints(List<String> interfaces) {
        return interfaces.stream()
                .filter(name -> name.startsWith(SPI))
                .map(name -> name.substring(SPI.length()))
                .toList();
    }

    /** The package of the house that an import asks for. */
    static Optional<String> packageOf(BundleRequirement requirement) {
        Matcher wanted = PACKAGE.matcher("" + requirement.getDirectives().get("filter"));
        return wanted.find() ? Optional.of(wanted.group(1)) : Optional.empty();
    }
}
