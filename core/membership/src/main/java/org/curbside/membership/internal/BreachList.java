package org.curbside.membership.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A file of breached passwords as it can be downloaded: a line each of the SHA-1 digest in hexadecimal, a colon and how often
 * it was seen, sorted by digest. It is searched where it lies, some forty small reads in tens of gigabytes; nothing is sent.
 */
final class BreachList {

    private static final int DIGEST_LETTERS = 40;

    /** Longer than any line. */
    private static final int WINDOW = 128;

    private final @Nullable Path file;

    private BreachList(@Nullable Path file) {
        this.file = file;
    }

    /** The list in a file, or none where the setting is empty. */
    static BreachList at(String setting) {
        return new BreachList(setting.isBlank() ? null : Path.of(setting.strip()));
    }

    /** Whether it holds a password; while it cannot be read, nothing is taken that it might hold. */
    boolean holds(String password) {
        if (file == null) {
            return false;
        }
        try (FileChannel lines = FileChannel.open(file)) {
            return holds(lines, sha1(password));
        } catch (IOException e) {
            throw Refusal.unavailable(
                    "breach-list-away",
                    60,
                    "No password can be chosen while the list of breached passwords cannot be read. Tell the operator.");
        }
    }

    /** Halves the bytes between two lines until one is left. */
    private static boolean holds(FileChannel lines, String digest) throws IOException {
        long low = 0;
        long high = lines.size();
        while (low < high) {
            Line line = lineAt(lines, (low + high) / 2);
            int order = digest.compareTo(line.digest());
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                high = line.start();
            } else {
                low = line.end();
            }
        }
        return false;
    }

    /** The line that holds a byte. */
    private static Line lineAt(FileChannel lines, long position) throws IOException {
        long from = Math.max(0, position - WINDOW);
        String window = read(lines, from);
        int at = (int) (position - from);
        int start = window.lastIndexOf('\n', at - 1) + 1;
        int end = window.indexOf('\n', at);
        String line = window.substring(start, end < 0 ? window.length() : end);
        if (line.length() < DIGEST_LETTERS || line.length() >= WINDOW) {
            throw new IOException("no line of a digest at byte " + (from + start));
        }
        String digest = line.substring(0, DIGEST_LETTERS).toUpperCase(Locale.ROOT);
        return new Line(digest, from + start, from + start + line.length() + 1);
    }

    private static String read(FileChannel lines, long from) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(2 * WINDOW);
        int read = 0;
        while (read >= 0 && window.hasRemaining()) {
            read = lines.read(window, from + window.position());
        }
        return new String(window.array(), 0, window.position(), StandardCharsets.ISO_8859_1);
    }

    private static String sha1(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-1", e);
        }
    }

    /** A line, and where the next one begins. */
    private record Line(String digest, long start, long end) {}
}
