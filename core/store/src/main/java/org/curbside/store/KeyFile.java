package org.curbside.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits for AES, as a line of base64 in a file that its owner alone can read; for what a database alone must not tell. */
public final class KeyFile {

    private static final int BYTES = 32;

    private final Path file;
    private final SecureRandom random;

    /** In that file; made by {@code random} when it is first needed. */
    public KeyFile(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    /** The key, which is made if there is none. */
    public synchronized SecretKey made() {
        return found().orElseGet(() -> {
            make();
            return found().orElseThrow();
        });
    }

    /** The key; empty if there is none, for another one would open nothing. */
    public Optional<SecretKey> found() {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == BYTES) {
                return Optional.of(new SecretKeySpec(key, "AES"));
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The key in " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " holds no key. Put it back from a backup.", e);
        }
        throw new IllegalStateException(file + " holds no key of 256 bits. Put it back from a backup.");
    }

    /** Whole or not at all. */
    private void make() {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        String line = Base64.getEncoder().encodeToString(key) + "\n";
        try {
            Files.deleteIfExists(beside);
            try (var channel = Files.newByteChannel(
                    beside, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The key in " + file + " cannot be kept", e);
        }
    }
}
