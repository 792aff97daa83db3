package org.curbside.api.credential;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says that its holder is a physician of a specialty, and nothing else: {@code curbside1.GROUP.EPOCH.NONCE.SIGNATURE}.
 * One is issued per licence and epoch.
 *
 * <p>The signature is Ed25519 (RFC 8032) over all that stands before its dot. The desk knows which credential it gave to
 * whom until the blind signature of RFC 9474 takes this one's place; the shape of what meets here stays.
 *
 * @param group the NUCC code of the specialty
 * @param epoch the first day of the epoch that it was issued in
 * @param nonce 16 random bytes, base64url
 * @param signature 64 bytes, base64url
 */
public record Credential(String group, LocalDate epoch, String nonce, String signature) {

    /** The length of an epoch in days, counted from 1 January 2026. */
    public static final int EPOCH_DAYS = 30;

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Pattern FORM = Pattern.compile(
            "curbside1\\.([0-9A-Z]{10})\\.(\\d{4}-\\d{2}-\\d{2})\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{86})");

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
        try {
            Credential credential =
                    new Credential(form.group(1), LocalDate.parse(form.group(2)), form.group(3), form.group(4));
            return credential.isCanonical() ? Optional.of(credential) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What is signed of a credential. */
    public static byte[] toSign(String group, LocalDate epoch, String nonce) {
        return ("curbside1." + group + "." + epoch + "." + nonce).getBytes(StandardCharsets.US_ASCII);
    }

    /** What the signature is over. */
    public byte[] signed() {
        return toSign(group, epoch, nonce);
    }

    /** The 64 bytes of the signature. */
    public byte[] signatureBytes() {
        return Base64.getUrlDecoder().decode(signature);
    }

    /**
     * The last of 86 characters has four bits that nothing is said with. Were they free, one credential would have sixteen
     * texts, and each of them could be spent once.
     */
    private boolean isCanonical() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(signatureBytes())
                .equals(signature);
    }

    /** The text form. */
    public String toText() {
        return new String(signed(), StandardCharsets.US_ASCII) + "." + signature;
    }
}
