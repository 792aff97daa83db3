package org.curbside.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Add-ons in two versions that differ in nothing else. */
final class AddOnJar {

    private AddOnJar() {}

    /** Its symbolic name. */
    static String name(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
        }
    }

    /** The same jar under another version. */
    static Path copy(Path jar, String version, Path folder) throws IOException {
        try (JarFile from = new JarFile(jar.toFile())) {
            Manifest manifest = new Manifest(from.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            Path copy = folder.resolve(version + "-" + jar.getFileName());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy), manifest)) {
                for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        from.getInputStream(entry).transferTo(out);
                    }
                }
            }
            return copy;
        }
    }

    /** {@link SlowPoll} as a bundle. */
    static Path slowPoll(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "bench-poll-slow");
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Activator", SlowPoll.class.getName());
        headers.putValue(
                "Import-Package",
                "org.osgi.framework,org.curbside.spi.poll;version=\"[1,2)\",org.curbside.spi.export;version=\"[1,2)\"");
        Path jar = folder.resolve("slow.jar");
        String entry = SlowPoll.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in =
                        Objects.requireNonNull(SlowPoll.class.getClassLoader().getResourceAsStream(entry))) {
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
        return jar;
    }
}
