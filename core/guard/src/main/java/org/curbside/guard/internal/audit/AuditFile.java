package org.curbside.guard.internal.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.curbside.api.guard.AuditEntry;

/**
 * Entries as lines of JSON, each with the SHA-256 of the line before, so that none can be changed, taken out or put in
 * without all that follow. A line is on disk when {@link #append} returns, also for a
 * thread that is interrupted. One that has no end was being written when the
 * process ended, and nobody was answered for it: it is dropped when the file is opened.
 */
final class AuditFile {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Path file;
    private String last;

    AuditFile(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            channel.truncate(written(Files.readAllBytes(file)));
        }
        List<String> lines = lines();
        last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** Up to the end of the last line that has one. */
    private static int written(byte... bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    void append(AuditEntry entry) throws IOException {
        String line = JSON.writeValueAsString(new Line(sha256(last), entry));
        long before = Files.size(file);
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        } catch (IOException e) {
            truncate(before);
            throw e;
        }
        last = line;
    }

    /** A part of a line would spoil the next one. */
    private void truncate(long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    /** What is no UTF-8 was put there by somebody else, and shows as a line that is not as it was written. */
    private List<String> lines() throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** Every entry that can be read. */
    List<AuditEntry> entries() throws IOException {
        return lines().stream()
                .flatMap(line -> read(line).stream())
                .map(Line::entry)
                .toList();
    }

    /** The first line, counted from 1, that is not as it was written. */
    Optional<Integer> broken() throws IOException {
        List<String> lines = lines();
        String before = "";
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!follows(line, before, number)) {
                return Optional.of(number);
            }
            before = line;
        }
        return before.equals(last) ? Optional.empty() : Optional.of(lines.size() + 1);
    }

    private static boolean follows(String line, String before, int number) {
        return read(line)
                .filter(read -> read.before().equals(sha256(before)))
                .filter(read -> read.entry().number() == number)
                .isPresent();
    }

    private static Optional<Line> read(String line) {
        try {
            return Optional.of(JSON.readValue(line, Line.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String sha256(String line) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands in the file. */
    record Line(String before, AuditEntry entry) {}
}
