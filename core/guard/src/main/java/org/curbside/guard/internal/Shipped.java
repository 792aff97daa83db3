package org.curbside.guard.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;

/**
 * The repository of bundles that lies in the distribution. Whoever can write there can replace Curbside itself, so admission
 * has nothing to protect from what comes from there.
 */
record Shipped(Path repository) {

    private static final Pattern LOCATION = Pattern.compile("(?:blueprint:|wrap:)?mvn:([^/!]+)/([^/]+)/([^/$?;]+)");

    static Shipped in(BundleContext context) {
        return new Shipped(Path.of(Objects.requireNonNullElse(context.getProperty("karaf.home"), ""), "system"));
    }

    /** Whether the jar is the one that the repository has for the location, to the byte. */
    boolean contains(String location, Path jar) {
        try {
            Optional<Path> shipped = at(location);
            return shipped.isPresent() && Files.mismatch(shipped.get(), jar) == -1;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the repository has a jar for the location. */
    boolean has(String location) {
        return at(location).isPresent();
    }

    private Optional<Path> at(String location) {
        Matcher coordinates = LOCATION.matcher(location);
        if (!coordinates.matches()) {
            return Optional.empty();
        }
        String artifact = coordinates.group(2);
        String version = coordinates.group(3);
        Path shipped = repository
                .resolve(coordinates.group(1).replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".jar")
                .normalize();
        return Optional.of(shipped).filter(path -> path.startsWith(repository) && Files.isRegularFile(path));
    }
}
