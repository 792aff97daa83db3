package org.curbside.membership.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane, the least that OWASP advises. Kept as
 * {@code argon2id$MEMORY_KIB$PASSES$SALT$HASH}. At most four are computed at a time, so that a flood of sign-ins cannot
 * take the memory of everyone else.
 */
final class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random;
    private final Semaphore seats = new Semaphore(4, true);

    Passwords(SecureRandom random) {
        this.random = random;
    }

    String digest(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return "argon2id$" + MEMORY_KIB + "$" + PASSES + "$" + text(salt) + "$"
                + text(hash(password, salt, MEMORY_KIB, PASSES));
    }

    boolean fits(String password, String digest) {
        String[] parts = digest.split("\\$", -1);
        byte[] salt = Base64.getDecoder().decode(parts[3]);
        byte[] hash = hash(password, salt, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[4]));
    }

    private byte[] hash(String password, byte[] salt, int memoryKib, int passes) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        seats.acquireUninterruptibly();
        try {
            String same = Normalizer.normalize(password, Normalizer.Form.NFKC);
            argon2.generateBytes(same.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            seats.release();
        }
        return hash;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
