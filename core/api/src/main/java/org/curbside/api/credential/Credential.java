package org.curbside.api.credential;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says that its holder is a physician of a specialty, and nothing else: {@code curbside2.KEY.NONCE.MEMBER.SIGNATURE}. The
 * specialty and the epoch are those of the key. One is issued per licence and epoch.
 *
 * <p>The signature is RSASSA-PSS (RFC 8017) with SHA-384 and 48 bytes of salt over the {@link #message}. The desk made it by
 * RSABSSA-SHA384-PSS-Randomized (RFC 9474), so that it has seen neither the message nor the signature.
 *
 * @param keyId which of the desk's keys it is signed with
 * @param nonce 32 random bytes, base64url
 * @param memberKey the member's own Ed25519 public key, 32 bytes, base64url
 * @param signature 256 bytes, base64url
 */
public record Credential(String keyId, String nonce, String memberKey, String signature) {

    /** The length of an epoch in days, counted from 1 January 2026. */
    public static final int EPOCH_DAYS = 30;

    /** For how many days after its epoch a credential still makes a member: longer than anybody is asked to wait. */
    public static final int DAYS_MORE = 7;

    /** How every message begins after its nonce, so that no signature is good for anything else. */
    private static final byte[] CONTEXT = "curbside/v1\0".getBytes(StandardCharsets.US_ASCII);

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final String DIGEST = "SHA-384";
    private static final int SALT_BYTES = 48;
    private static final Pattern FORM = Pattern.compile(
            "curbside2\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{342})");

    /** The first day of the epoch that a day lies in. */
    public static LocalDate epochOf(LocalDate day) {
        long days = day.toEpochDay() - FIRST.toEpochDay();
        return FIRST.plusDays(Math.floorDiv(days, EPOCH_DAYS) * EPOCH_DAYS);
    }

    /** Reads the text form, of which a credential has exactly one; empty if it is not one. White space around it is dropped. */
    public static Optional<Credential> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        Credential credential = new Credential(form.group(1), form.group(2), form.group(3), form.group(4));
        return credential.isCanonical() ? Optional.of(credential) : Optional.empty();
    }

    /** What is signed of a credential: 32 random bytes, what it is for, its key and its member. */
    static byte[] message(String keyId, byte[] nonce, byte[] memberKey) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(nonce);
        message.writeBytes(CONTEXT);
        message.writeBytes(keyId.getBytes(StandardCharsets.US_ASCII));
        message.write(0);
        message.writeBytes(memberKey);
        return message.toByteArray();
    }

    /** What the signature is over. */
    public byte[] message() {
        return message(keyId, bytes(nonce), bytes(memberKey));
    }

    /** Whether the desk has signed it with that key. */
    public boolean isSignedWith(IssuerKey key) {
        if (!key.id().equals(keyId)) {
            return false;
        }
        try {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(new PSSParameterSpec(DIGEST, "MGF1", MGF1ParameterSpec.SHA384, SALT_BYTES, 1));
            pss.initVerify(key.publicKey());
            pss.update(message());
            return pss.verify(bytes(signature));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What is remembered of one that is spent. The same message may be signed twice; it is spent once. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /**
     * The last character of each part has bits that nothing is said with. Were they free, one credential would have many
     * texts.
     */
    private boolean isCanonical() {
        return isCanonical(nonce) && isCanonical(memberKey) && isCanonical(signature);
    }

    private static boolean isCanonical(String part) {
        return text(bytes(part)).equals(part);
    }

    static byte[] bytes(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    static String text(byte... bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The text form. */
    public String toText() {
        return String.join(".", "curbside2", keyId, nonce, memberKey, signature);
    }
}
