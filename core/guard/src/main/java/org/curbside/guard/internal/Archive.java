package org.curbside.guard.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** The very bytes that a bundle was installed or last updated from, where Felix keeps them. */
final class Archive {

    private static final String REVISION = "version";

    private Archive() {}

    /** Empty for a bundle that is used in place, as with a {@code reference:} location. */
    static Optional<Path> of(Bundle bundle) {
        Path data = Objects.requireNonNull(bundle.getDataFile(""), "no place to keep files")
                .toPath();
        try (Stream<Path> revisions = Files.list(Objects.requireNonNull(data.getParent()))) {
            return revisions
                    .filter(folder -> ("" + folder.getFileName()).startsWith(REVISION))
                    .max(Comparator.comparing(Archive::number))
                    .map(folder -> folder.resolve("bundle.jar"))
                    .filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as 0.12, which is later than 0.9. */
    private static Version number(Path revision) {
        return Version.parseVersion(("" + revision.getFileName()).substring(REVISION.length()));
    }

    /** In hexadecimal digits. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** In hexadecimal digits. */
    static String sha256(byte... bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
