package org.curbside.testkit.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The jar of a bundle, entry by entry. The same entries make the same bytes. */
public final class AddOnJar {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private AddOnJar() {}

    /** A bundle that has a name and a version, and nothing in it. */
    public static AddOnJar named(String symbolicName, String version) {
        AddOnJar jar = new AddOnJar();
        jar.entries.put(JarFile.MANIFEST_NAME, new byte[0]);
        return jar.with(Attributes.Name.MANIFEST_VERSION.toString(), "1.0")
                .with("Bundle-ManifestVersion", "2")
                .with("Bundle-SymbolicName", symbolicName)
                .with("Bundle-Version", version);
    }

    /** All that is in a jar. What is not changed afterwards stays as it is, byte for byte, and so its signature. */
    public static AddOnJar copyOf(Path jar) throws IOException {
        AddOnJar copy = new AddOnJar();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                copy.entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return copy;
    }

    /** The value of a header of the manifest; nothing if there is none. */
    public String header(String name) {
        return Objects.requireNonNullElse(manifest().getMainAttributes().getValue(name), "");
    }

    /** Sets a header of the manifest. */
    public AddOnJar with(String header, String value) {
        return changed(headers -> headers.putValue(header, value));
    }

    /** Takes a header out of the manifest. */
    public AddOnJar without(String header) {
        return changed(headers -> headers.remove(new Attributes.Name(header)));
    }

    /** Puts a file in, or another in its place. */
    public AddOnJar withFile(String name, byte... bytes) {
        entries.put(name, bytes.clone());
        return this;
    }

    /** Puts a text in as a file, in UTF-8. */
    public AddOnJar withFile(String name, String text) {
        return withFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts classes in, as that loader finds them; those that are nested in them are named like the others. */
    public AddOnJar withClasses(ClassLoader from, String... names) {
        for (String name : names) {
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = Objects.requireNonNull(from.getResourceAsStream(file), file)) {
                withFile(file, in.readAllBytes());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return this;
    }

    /**
     * Puts in the descriptor of a component that offers an extension.
     *
     * @param descriptor what the descriptor's file is called, without folder and ending
     * @param idProperty the service property that names it, such as {@code curbside.poll.type}
     * @param extensionPoint the interface, without the spi's prefix, such as {@code poll.PollType}
     * @param type the class that implements it
     */
    public AddOnJar offering(String descriptor, String idProperty, String id, String extensionPoint, String type) {
        String file = "OSGI-INF/" + descriptor + ".xml";
        String components = Stream.concat(Stream.of(header("Service-Component").split(",")), Stream.of(file))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(","));
        return with("Service-Component", components)
                .withFile(
                        file,
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
                          <property name="%s" value="%s"/>
                          <service><provide interface="org.curbside.spi.%s"/></service>
                          <implementation class="%s"/>
                        </scr:component>
                        """
                                .formatted(type, idProperty, id, extensionPoint, type));
    }

    /** Writes the jar. */
    public Path writeTo(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    /** The jar. */
    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry written = new ZipEntry(entry.getKey());
                written.setTimeLocal(ALWAYS);
                zip.putNextEntry(written);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private AddOnJar changed(Consumer<Attributes> change) {
        Manifest manifest = manifest();
        change.accept(manifest.getMainAttributes());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            manifest.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return withFile(JarFile.MANIFEST_NAME, bytes.toByteArray());
    }

    private Manifest manifest() {
        byte[] bytes = entries.getOrDefault(JarFile.MANIFEST_NAME, new byte[0]);
        try {
            return new Manifest(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
