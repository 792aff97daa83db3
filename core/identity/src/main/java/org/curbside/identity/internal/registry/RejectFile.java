package org.curbside.identity.internal.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What could not be used of a file, as {@code FILE.rejects.csv}: line and reason, never the row, for it names people. Its
 * length is noted with every batch, so that after an interruption no line stands in it twice.
 */
final class RejectFile {

    private static final String HEADER = "line,reason\n";

    private final Path path;

    RejectFile(Path file) {
        this.path = file.resolveSibling(file.getFileName() + ".rejects.csv");
    }

    Path path() {
        return path;
    }

    /** Cuts off what was written behind the last batch; a new file gets its header. Returns the length. */
    long open(long length) throws IOException {
        if (length == 0 || !Files.exists(path)) {
            Files.writeString(path, HEADER);
            return HEADER.length();
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            return channel.size();
        }
    }

    /** Adds lines, on disk when this returns. Returns the length. */
    long add(List<Batch.Reject> rejects) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Batch.Reject reject : rejects) {
            lines.append(reject.line())
                    .append(",\"")
                    .append(reject.reason().replace("\"", "\"\""))
                    .append("\"\n");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
            return channel.size();
        }
    }
}
