package org.curbside.membership.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane, the least that OWASP advises. Kept as
 * {@code argon2id$MEMORY_KIB$PASSES$SALT$HASH}. At most four are computed at a time for strangers, so that a flood of sign-ins
 * cannot take the memory of everyone else, and two for whoever is known here already, whom a flood does not keep waiting.
 */
@Component(service = Passwords.class, configurationPid = "org.curbside.membership")
public final class Passwords {

    /** The settings in {@code etc/org.curbside.membership.cfg}. */
    public @interface Settings {

        /** A file of SHA-1 digests of breached passwords, sorted; empty for none. */
        String breached_passwords() default "";
    }

    static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final int CROWD = 16;

    private final int memoryKib;
    private final SecureRandom random;
    private final BreachList breached;
    private final Semaphore strangers = new Semaphore(4, true);
    private final Semaphore known = new Semaphore(2, true);

    /** As the platform runs it. */
    @Activate
    public Passwords(Settings settings) {
        this(new SecureRandom(), BreachList.at(settings.breached_passwords()), MEMORY_KIB);
    }

    Passwords(SecureRandom random, BreachList breached, int memoryKib) {
        this.memoryKib = memoryKib;
        this.random = random;
        this.breached = breached;
    }

    /** The digest of a password that somebody chooses for an account of that name, or a refusal. */
    String chosen(@Nullable String input, String name) {
        String password = NewPassword.of(input, name).text();
        if (breached.holds(password)) {
            throw Refusal.invalid(
                    "password-breached",
                    "password",
                    "Choose another password; this one is in a published list of stolen ones, which are tried first.");
        }
        return digest(password);
    }

    /** Turns a stranger away while too many wait, before anything is counted against a name. */
    void refuseCrowd(boolean isKnown) {
        if (!isKnown && strangers.getQueueLength() >= CROWD) {
            throw Refusal.unavailable("sign-in-busy", 5, "Try again in a few seconds; many are signing in just now.");
        }
    }

    String digest(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return "argon2id$" + memoryKib + "$" + PASSES + "$" + text(salt) + "$"
                + text(hash(password, salt, memoryKib, PASSES, strangers));
    }

    boolean fits(String password, String digest, boolean isKnown) {
        String[] parts = digest.split("\\$", -1);
        byte[] salt = Base64.getDecoder().decode(parts[3]);
        Semaphore seats = isKnown ? known : strangers;
        byte[] hash = hash(password, salt, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), seats);
        return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[4]));
    }

    private static byte[] hash(String password, byte[] salt, int memoryKib, int passes, Semaphore seats) {
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
