package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Requirement;

/** The canary gets the very bundles that run here, so that what it says is about this instance. */
final class HouseKit implements CanaryKit {

    private static final String COMPONENTS = "(osgi.extender=osgi.component)";
    private static final String POLLS = "(osgi.wiring.package=org.curbside.spi.poll)";

    private final Here here;
    private final URL canary;

    /** With the jar that the canary's classes are in. */
    HouseKit(Here here, URL canary) {
        this.here = here;
        this.canary = canary;
    }

    @Override
    public List<Path> classPath(Path folder) throws IOException {
        Path own = folder.resolve("canary.jar");
        try (InputStream in = canary.openStream()) {
            Files.copy(in, own);
        }
        Path spi = folder.resolve("spi.jar");
        copy(spi(), spi);
        return List.of(own, spi, framework());
    }

    @Override
    public void copyBundles(Candidate candidate, Path folder) throws IOException {
        Set<Bundle> needed = new LinkedHashSet<>();
        follow(Here.wanted("osgi.extender", COMPONENTS), needed);
        Resolution.mandatory(candidate).forEach(requirement -> follow(requirement, needed));
        needed.remove(spi());
        for (Bundle bundle : needed) {
            copy(bundle, folder.resolve(bundle.getBundleId() + ".jar"));
        }
    }

    private Bundle spi() {
        return here.providers(Here.wanted(PackageNamespace.PACKAGE_NAMESPACE, POLLS)).stream()
                .map(export -> export.getRevision().getBundle())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The spi is not installed."));
    }

    private void follow(Requirement requirement, Set<Bundle> found) {
        here.providers(requirement).stream()
                .findFirst()
                .map(BundleCapability::getRevision)
                .filter(revision -> revision.getBundle().getBundleId() != 0)
                .filter(revision -> found.add(revision.getBundle()))
                .ifPresent(revision -> mandatory(revision).forEach(next -> follow(next, found)));
    }

    private static List<Requirement> mandatory(BundleRevision revision) {
        return revision.getRequirements(null).stream()
                .filter(requirement -> Resolution.isMandatory(requirement.getDirectives()))
                .toList();
    }

    /** The archive that the framework itself was loaded from. */
    private Path framework() {
        Bundle system = Objects.requireNonNull(here.context().getBundle(Constants.SYSTEM_BUNDLE_LOCATION));
        CodeSource source = system.adapt(FrameworkWiring.class)
                .getClass()
                .getProtectionDomain()
                .getCodeSource();
        return Path.of(URI.create("" + source.getLocation()));
    }

    /** Entry by entry: where the framework keeps the archive of a bundle is its own business. */
    private static void copy(Bundle bundle, Path jar) throws IOException {
        Enumeration<URL> entries = Objects.requireNonNull(bundle.findEntries("/", "*", true));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (URL entry : Collections.list(entries)) {
                String name = entry.getPath().substring(1);
                if (!name.endsWith("/")) {
                    out.putNextEntry(new ZipEntry(name));
                    transfer(entry, out);
                    out.closeEntry();
                }
            }
        }
    }

    private static void transfer(URL entry, OutputStream out) throws IOException {
        try (InputStream in = entry.openStream()) {
            in.transferTo(out);
        }
    }
}
