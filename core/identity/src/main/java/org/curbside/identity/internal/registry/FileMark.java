package org.curbside.identity.internal.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.curbside.spi.verification.Column;

/**
 * Tells a file from others: SHA-256 of all of it and of the columns that are read, for an add-on that reads more columns
 * finds more in the same file. A corrected month may differ from the month before in one date deep inside, so nothing less
 * than all of it will do; it is a small part of a load's time.
 */
final class FileMark {

    private FileMark() {}

    static String of(Path file, List<Column> columns) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            columns.forEach(column -> sha.update((column.name() + "\n").getBytes(StandardCharsets.UTF_8)));
            byte[] block = new byte[1 << 16];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                sha.update(block, 0, read);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
