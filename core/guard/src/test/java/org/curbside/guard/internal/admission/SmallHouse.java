package org.curbside.guard.internal.admission;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.felix.framework.FrameworkFactory;
import org.curbside.api.polling.StoredAnswers;
import org.curbside.spi.poll.PollType;
import org.curbside.testkit.canary.Canary;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/** A small running framework with the real spi and real Declarative Services, as bundles. */
final class SmallHouse {

    private static final List<String> PACKAGES = List.of("export", "poll", "screening", "specialty", "verification");

    private final Framework framework;
    private final URL canary;

    SmallHouse(Path folder) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(
                        Map.of("org.osgi.framework.storage", "" + folder.resolve("cache"), "felix.log.level", "0"));
        framework.start();
        install("curbside-spi", new ByteArrayInputStream(spi()));
        for (Class<?> library : List.of(
                org.apache.felix.scr.info.ScrInfo.class,
                org.osgi.service.component.ComponentContext.class,
                org.osgi.util.promise.Promise.class,
                org.osgi.util.function.Function.class)) {
            install(library.getName(), Files.newInputStream(archive(library)));
        }
        canary = jar(archive(Canary.class), folder.resolve("canary-in-test.jar"))
                .toUri()
                .toURL();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Answers of that version are stored, or none at all. */
    ServiceRegistration<StoredAnswers> stores(OptionalInt newest) {
        return context().registerService(StoredAnswers.class, type -> newest, null);
    }

    Here here() {
        return new Here(context());
    }

    /** The archive of the canary's classes. */
    URL canary() {
        return canary;
    }

    Bundle install(String location, InputStream jar) throws BundleException {
        return context().installBundle(location, jar);
    }

    void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private static Path archive(Class<?> type) {
        return Path.of(
                URI.create("" + type.getProtectionDomain().getCodeSource().getLocation()));
    }

    /** Whether Maven hands over classes or an archive depends on how far it goes. */
    private static Path jar(Path archive, Path into) throws IOException {
        if (Files.isRegularFile(archive)) {
            return archive;
        }
        try (OutputStream out = Files.newOutputStream(into);
                JarOutputStream jar = new JarOutputStream(out)) {
            copy(archive, jar);
        }
        return into;
    }

    private static byte[] spi() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "curbside-spi");
        manifest.getMainAttributes()
                .putValue(
                        "Export-Package",
                        String.join(
                                ",",
                                PACKAGES.stream()
                                        .map(name -> "org.curbside.spi." + name + ";version=1.0.0")
                                        .toList()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            copy(archive(PollType.class), jar);
        }
        return bytes.toByteArray();
    }

    private static void copy(Path archive, JarOutputStream jar) throws IOException {
        if (Files.isDirectory(archive)) {
            try (Stream<Path> files = Files.walk(archive)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    put(jar, "" + archive.relativize(file), Files.readAllBytes(file));
                }
            }
            return;
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                put(jar, entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        if (name.endsWith(".class")) {
            jar.putNextEntry(new JarEntry(name));
            jar.write(bytes);
            jar.closeEntry();
        }
    }
}
