package org.curbside.membership.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238) with SHA-1 and steps of 30 seconds, which every authenticator app can do. */
final class Totp {

    /** As long as the digest, as RFC 4226 advises. */
    static final int SECRET_BYTES = 20;

    static final int DIGITS = 6;

    private static final long STEP_SECONDS = 30;
    private static final int OFFSET_MASK = 0xf;

    private Totp() {}

    /** The step whose code this is, of the present one and those beside it: clocks and fingers are slow. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> isSame(code, code(secret, step, DIGITS)))
                .findFirst();
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            ByteBuffer hash = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            int offset = hash.get(hash.limit() - 1) & OFFSET_MASK;
            long number = (hash.getInt(offset) & Integer.MAX_VALUE) % (long) Math.pow(10, digits);
            return String.format(Locale.ROOT, "%0" + digits + "d", number);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC with SHA-1", e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
