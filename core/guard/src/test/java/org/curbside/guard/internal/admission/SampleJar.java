package org.curbside.guard.internal.admission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/** An add-on's jar: one poll type, built as a partner's build would, unless a test says otherwise. */
final class SampleJar {

    static final String SPI = "org.curbside.spi.poll;version=\"[1.0,2)\",org.curbside.spi.export;version=\"[1.0,2)\"";
    private static final String PLANTED = "org.curbside.guard.internal.admission.planted.";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private SampleJar() {}

    /** The poll type that is right. */
    static SampleJar fine() {
        return of("fine", "FinePoll");
    }

    /** A poll type among those that are planted. */
    static SampleJar of(String id, String type) {
        return new SampleJar()
                .with("Bundle-ManifestVersion", "2")
                .with("Bundle-SymbolicName", "partner.poll")
                .with("Bundle-Version", "1.2.0")
                .with("Import-Package", SPI)
                .with("Service-Component", "OSGI-INF/poll.xml")
                .offering("poll", "curbside.poll.type", id, "poll.PollType", PLANTED + type)
                .holding("FinePoll", "Wrong", "SecretActivator", type)
                .holding("Wrong$HangsAtStart");
    }

    SampleJar with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    SampleJar without(String header) {
        headers.remove(header);
        return this;
    }

    SampleJar withFile(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A component descriptor. */
    SampleJar offering(String file, String property, String id, String point, String type) {
        return withFile(
                "OSGI-INF/" + file + ".xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
                  <property name="%s" value="%s"/>
                  <service><provide interface="org.curbside.spi.%s"/></service>
                  <implementation class="%s"/>
                </scr:component>
                """
                        .formatted(type, property, id, point, type));
    }

    private SampleJar holding(String... planted) {
        for (String type : planted) {
            String file = PLANTED.replace('.', '/') + type + ".class";
            try (InputStream in = Objects.requireNonNull(SampleJar.class.getResourceAsStream("/" + file), file)) {
                entries.put(file, in.readAllBytes());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return this;
    }

    Path writeTo(Path file) throws IOException {
        Files.write(file, bytes());
        return file;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest())) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(jar, entry.getKey(), entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        return manifest;
    }

    /** The same jar with one entry more, or another instead, as somebody would do it who has no key. */
    static Path changed(Path jar, String name, String text, Path into) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = Files.newOutputStream(into);
                JarOutputStream changed = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(changed, entry.getKey(), entry.getValue());
            }
        }
        return into;
    }

    private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }
}
