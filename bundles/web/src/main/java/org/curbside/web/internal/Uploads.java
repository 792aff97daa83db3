package org.curbside.web.internal;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Objects;
import java.util.stream.Stream;
import org.curbside.api.refusal.Refusal;

/** The latest few files that operators sent; older ones make room. */
final class Uploads {

    private static final int KEPT = 5;

    private final Path folder;
    private final Deque<Path> kept = new ArrayDeque<>();

    /** In a folder, which may hold what was left when the process was killed. */
    Uploads(Path folder) {
        this.folder = folder;
        try (Stream<Path> left = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Path keep(Part sent) {
        if (sent.getSize() == 0) {
            throw Refusal.invalid("jar-missing", "jar", "Choose the .jar file of an add-on.");
        }
        try {
            Path file = Files.createTempDirectory(Files.createDirectories(folder), "sent")
                    .resolve(name(sent));
            try (InputStream in = sent.getInputStream()) {
                Files.copy(in, file);
            }
            sent.delete();
            kept.add(file);
            if (kept.size() > KEPT) {
                forget(kept.remove());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the browser calls it, if that is a name. */
    private static String name(Part sent) {
        String given = Objects.requireNonNullElse(sent.getSubmittedFileName(), "");
        String plain = given.replaceAll(".*[/\\\\]", "").replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.matches("[A-Za-z0-9_].{0,99}") ? plain : "add-on.jar";
    }

    private static void forget(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(Objects.requireNonNull(file.getParent()));
    }

    /** Nobody needs them any longer. */
    synchronized void clear() {
        try {
            for (Path file : kept) {
                forget(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kept.clear();
    }
}
