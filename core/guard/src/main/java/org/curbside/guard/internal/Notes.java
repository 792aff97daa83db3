package org.curbside.guard.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.osgi.framework.BundleContext;

/** Names and what is noted of them, kept in a file among the guard's own data. */
final class Notes {

    private final Path file;
    private final Properties notes = new Properties();

    /** Reads the file, if there is one. */
    Notes(BundleContext context, String name) throws IOException {
        File kept = Objects.requireNonNull(context.getDataFile(name + ".properties"), "no place to keep files");
        file = kept.toPath();
        try (InputStream in = Files.newInputStream(file)) {
            notes.load(in);
        } catch (NoSuchFileException none) {
            notes.clear();
        }
    }

    Optional<String> of(String name) {
        return Optional.ofNullable(notes.getProperty(name));
    }

    Set<String> names() {
        return Set.copyOf(notes.stringPropertyNames());
    }

    synchronized void put(String name, String note) {
        if (!note.equals(notes.setProperty(name, note))) {
            store();
        }
    }

    /** Says whether nothing was noted before. */
    synchronized boolean putIfAbsent(String name, String note) {
        boolean first = notes.putIfAbsent(name, note) == null;
        if (first) {
            store();
        }
        return first;
    }

    /** Says whether there was something to remove. */
    synchronized boolean remove(String name) {
        boolean was = notes.remove(name) != null;
        if (was) {
            store();
        }
        return was;
    }

    private void store() {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (OutputStream out = Files.newOutputStream(fresh)) {
                notes.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
