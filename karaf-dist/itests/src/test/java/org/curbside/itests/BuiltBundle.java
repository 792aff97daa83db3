package org.curbside.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bundle as it was built.
 *
 * @param headers of its manifest
 * @param files the text of each file in it, byte for character, without the libraries it carries
 * @param purposes what the source of each package says before the package's name, by package
 */
record BuiltBundle(String name, Map<String, String> headers, Map<String, String> files, Map<String, String> purposes) {

    /** Of {@code core} and {@code bundles}, by their folders. */
    static List<BuiltBundle> all() {
        return Stream.of("core", "bundles")
                .map(House.ROOT::resolve)
                .flatMap(BuiltBundle::jars)
                .map(BuiltBundle::read)
                .toList();
    }

    private static Stream<Path> jars(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".jar") && file.getParent().endsWith("target"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BuiltBundle read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Map<String, String> headers = new TreeMap<>();
            jar.getManifest().getMainAttributes().forEach((key, value) -> headers.put("" + key, "" + value));
            Map<String, String> files = new TreeMap<>();
            for (JarEntry entry : jar.stream().filter(BuiltBundle::isOurs).toList()) {
                byte[] bytes = jar.getInputStream(entry).readAllBytes();
                files.put(entry.getName(), new String(bytes, StandardCharsets.ISO_8859_1));
            }
            String name = headers.getOrDefault("Bundle-SymbolicName", "" + file);
            return new BuiltBundle(
                    name, headers, files, purposes(file.getParent().resolveSibling("src/main/java")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(JarEntry entry) {
        return !entry.isDirectory() && !entry.getName().endsWith(".jar");
    }

    private static Map<String, String> purposes(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> ("" + sources.relativize(file.getParent())).replace('/', '.'),
                            BuiltBundle::purpose));
        }
    }

    private static String purpose(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(0, text.indexOf("\npackage "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clauses of a header, each a name and its attributes. */
    Stream<String> clauses(String header) {
        return Stream.of(headers.getOrDefault(header, "").split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .filter(clause -> !clause.isBlank());
    }

    /** The names of files that hold a text. */
    Stream<String> holding(String text) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().contains(text))
                .map(Map.Entry::getKey);
    }
}
