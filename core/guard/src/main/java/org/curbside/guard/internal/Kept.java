package org.curbside.guard.internal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** For every add-on the jar that runs and the one before it, in the guard's own data. */
record Kept(Path folder) {

    static Kept in(BundleContext context) {
        File folder = Objects.requireNonNull(context.getDataFile("depot"), "no place to keep files");
        return new Kept(folder.toPath());
    }

    /** What runs, if it was kept. */
    Optional<Path> running(String name) {
        return Optional.of(runningFile(name)).filter(Files::exists);
    }

    /** What ran before. */
    Optional<Path> before(String name) {
        return Optional.of(beforeFile(name)).filter(Files::exists);
    }

    /** The version of what ran before. */
    Optional<String> versionBefore(String name) {
        return before(name).map(Kept::version);
    }

    private static String version(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Constants.BUNDLE_VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What runs now, when nothing ran before. */
    void keep(String name, byte... running) {
        write(runningFile(name), running);
    }

    /** What runs now, and what did; the same once more is no version before. */
    void keep(String name, byte[] before, byte... running) {
        if (!Arrays.equals(before, running)) {
            write(beforeFile(name), before);
            write(runningFile(name), running);
        }
    }

    void forget(String name) throws IOException {
        Files.deleteIfExists(runningFile(name));
        Files.deleteIfExists(beforeFile(name));
    }

    private Path runningFile(String name) {
        return folder.resolve(name + ".jar");
    }

    private Path beforeFile(String name) {
        return folder.resolve(name + ".before.jar");
    }

    private static void write(Path jar, byte... bytes) {
        Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
        try {
            Files.createDirectories(jar.getParent());
            Files.write(fresh, bytes);
            Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
