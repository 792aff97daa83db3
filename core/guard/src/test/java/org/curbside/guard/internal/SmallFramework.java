package org.curbside.guard.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/** A small running framework that has the spi, the api and a data source's package. */
public final class SmallFramework {

    private final Framework framework;

    public SmallFramework(Path folder) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", "" + folder,
                        "felix.log.level", "0",
                        "org.osgi.framework.system.packages.extra",
                                "org.curbside.spi.poll;version=1.0.0,org.curbside.api.identity;version=1.0.0"));
        framework.start();
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** For whoever is not in quarantine. */
    static Clearance clearance(Quarantine quarantine) {
        return new Clearance(false, quarantine, addOn -> Optional.empty());
    }

    /** Installs a bundle that consists of its manifest. */
    Bundle install(String name, String imports) throws IOException, BundleException {
        return install(name, imports, null);
    }

    /** Installs a bundle that consists of its manifest and its activator. */
    Bundle install(String name, String imports, @Nullable Class<?> activator) throws IOException, BundleException {
        byte[] jar = jar(name, "1.0.0", imports, activator);
        return context().installBundle("memory:" + name, new ByteArrayInputStream(jar));
    }

    /** A bundle that consists of its manifest and, if there is one, its activator. */
    static byte[] jar(String name, String version, String imports, @Nullable Class<?> activator) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Bundle-Version", version);
        if (!imports.isEmpty()) {
            headers.putValue("Import-Package", imports);
        }
        if (activator != null) {
            headers.putValue("Bundle-Activator", activator.getName());
        }
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar, manifest)) {
            if (activator != null) {
                add(out, activator.getName().replace('.', '/') + ".class");
            }
        }
        return jar.toByteArray();
    }

    private static void add(JarOutputStream out, String entry) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SmallFramework.class.getClassLoader().getResourceAsStream(entry))) {
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
    }

    public Bundle start(String name, String imports) throws IOException, BundleException {
        Bundle bundle = install(name, imports);
        bundle.start();
        return bundle;
    }

    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
