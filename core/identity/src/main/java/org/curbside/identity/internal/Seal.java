package org.curbside.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the desk makes of its secret and never keeps: the codes in letters and the nonces of credentials. Both can be made
 * again, so a letter can be printed twice and a credential fetched twice.
 */
final class Seal {

    /** Without letters and digits that are read for each other. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 8;
    private static final int NONCE_BYTES = 16;

    private final byte[] secret;

    Seal(byte[] secret) {
        this.secret = secret.clone();
    }

    /** The code in a case's letter: 39 bits, with five attempts at it. */
    String code(long caseId) {
        byte[] mac = mac("letter|" + caseId);
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            int number = ((mac[2 * i] & 0xff) << 8) | (mac[2 * i + 1] & 0xff);
            code.append(ALPHABET.charAt(number % ALPHABET.length()));
        }
        return code.toString();
    }

    boolean opens(long caseId, String typed) {
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return MessageDigest.isEqual(
                code(caseId).getBytes(StandardCharsets.US_ASCII), plain.getBytes(StandardCharsets.UTF_8));
    }

    /** One per licence and epoch. */
    String nonce(String registry, String number, String epoch) {
        byte[] mac = mac("credential|" + registry + "|" + number + "|" + epoch);
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(mac, 0, nonce, 0, NONCE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }

    /** A case's key as it is kept. */
    static String digest(String key) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }
}
