package org.curbside.guard.internal.admission;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** What the running framework has for whoever needs something. It is only read. */
final class Here {

    private static final String SPI = "curbside-spi";

    private final BundleContext context;

    Here(BundleContext context) {
        this.context = context;
    }

    /** What could be wired to the requirement if it were resolved now. */
    Collection<BundleCapability> providers(Requirement requirement) {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .findProviders(requirement);
    }

    /** The packages of the spi with their versions, whatever else an add-on may carry along. */
    SortedMap<String, Version> spi() {
        SortedMap<String, Version> packages = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            if (!SPI.equals(bundle.getSymbolicName())) {
                continue;
            }
            Optional.ofNullable(bundle.adapt(BundleRevision.class))
                    .map(revision -> revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE))
                    .ifPresent(exports -> exports.forEach(export -> note(export, packages)));
        }
        return packages;
    }

    private static void note(BundleCapability export, Map<String, Version> packages) {
        String name = "" + export.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
        if (name.startsWith(Imports.SPI)) {
            Object version = export.getAttributes().get(Constants.VERSION_ATTRIBUTE);
            packages.merge(name, version instanceof Version given ? given : Version.emptyVersion, Here::newer);
        }
    }

    private static Version newer(Version one, Version other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    BundleContext context() {
        return context;
    }

    /** A requirement that no bundle states. */
    static Requirement wanted(String namespace, String filter) {
        return new Requirement() {
            @Override
            public String getNamespace() {
                return namespace;
            }

            @Override
            public Map<String, String> getDirectives() {
                return Map.of(Constants.FILTER_DIRECTIVE, filter);
            }

            @Override
            public Map<String, Object> getAttributes() {
                return Map.of();
            }

            @Override
            public Resource getResource() {
                throw new UnsupportedOperationException("No bundle states it.");
            }
        };
    }
}
