package org.curbside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.curbside.testkit.bundle.AddOnJar;

/**
 * A bundle that is swapped.
 *
 * @param name how the report calls it
 * @param jar what is installed
 * @param own the kinds of requests that may be asked to wait meanwhile
 * @param stays whether it is only updated, as a part of the house; an add-on is uninstalled and installed as well
 */
record Target(String name, Path jar, Set<String> own, boolean stays) {

    /** An add-on of every kind; the slow poll is installed already, from {@code slow}. */
    static List<Target> addOns(Path slow, Path system) throws IOException {
        return List.of(
                new Target("poll type", slow, Set.of(Town.VOTE_SLOWLY), false),
                new Target("screening", jar(system, "screening-phi"), Set.of(Town.ADVISE), false),
                new Target("registry", jar(system, "verification-nppes"), Set.of(Town.CLAIM), false),
                new Target("export format", jar(system, "export-csv"), Set.of(Town.DOWNLOAD), false),
                new Target("specialties", jar(system, "specialty-core"), Set.of(Town.CLAIM), false));
    }

    /** Parts of the house: nothing is asked to wait for them. */
    static List<Target> parts(Path system) throws IOException {
        List<Target> parts = new ArrayList<>();
        for (String part : List.of("content", "polling", "http", "web")) {
            parts.add(new Target(part, jar(system, part), Set.of(), true));
        }
        return parts;
    }

    private static Path jar(Path system, String name) throws IOException {
        Predicate<Path> is = path -> path.getFileName().toString().startsWith("curbside-" + name + "-")
                && path.getFileName().toString().endsWith(".jar");
        try (var files = Files.walk(system)) {
            return files.filter(is).findFirst().orElseThrow();
        }
    }

    /** What an operator says to swap it at least that often: between two versions, and out and in. */
    List<String> commands(int swaps, Path folder) throws IOException {
        String bundle = AddOnJar.copyOf(jar).header("Bundle-SymbolicName");
        Path newer = copy("99.0.0", folder);
        Path older = copy("98.0.0", folder);
        List<String> round = stays
                ? List.of(
                        "bundle:update " + bundle + " " + newer.toUri(),
                        "bundle:update " + bundle + " " + older.toUri())
                : List.of(
                        "curbside:update " + newer,
                        "curbside:update " + older,
                        "curbside:uninstall " + bundle,
                        "curbside:install " + older);
        List<String> commands = new ArrayList<>();
        for (int n = 0; n < swaps; n += round.size()) {
            commands.addAll(round);
        }
        return commands;
    }

    /** The same under another version. */
    private Path copy(String version, Path folder) throws IOException {
        return AddOnJar.copyOf(jar)
                .with("Bundle-Version", version)
                .writeTo(folder.resolve(version + "-" + jar.getFileName()));
    }
}
