package org.curbside.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.curbside.api.identity.RegistryWord;

/**
 * What the desk makes of its secret: the codes in letters, which can be made again, so that a letter can be printed twice,
 * and what a licence is called in the ledger of what was issued.
 */
final class Seal {

    /** Without letters and digits that are read for each other. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 8;
    private static final int LETTER_CODE_LENGTH = 12;

    private final byte[] secret;

    Seal(byte[] secret) {
        this.secret = secret.clone();
    }

    /**
     * The code in a letter: 59 bits, for any number of cases have five attempts each at it. A letter from before V8, which is not
     * numbered, has 39.
     */
    String letterCode(String letter) {
        return code("letter|" + letter, letter.contains("#") ? LETTER_CODE_LENGTH : CODE_LENGTH);
    }

    /** The code that another way brings to the claimant of a case. */
    String code(long caseId, String way, int begun) {
        return code("way|" + caseId + "|" + way + "|" + begun);
    }

    /** What a way goes by from its beginning to its end; 43 characters. */
    String secret(long caseId, String way, int begun) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac("secret|" + caseId + "|" + way + "|" + begun));
    }

    /** What a claimant gives to colleagues; it tells them from others and opens nothing. */
    String colleagueCode(String keyDigest) {
        return code("colleague|" + keyDigest);
    }

    private String code(String what) {
        return code(what, CODE_LENGTH);
    }

    private String code(String what, int length) {
        byte[] mac = mac(what);
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int number = ((mac[2 * i] & 0xff) << 8) | (mac[2 * i + 1] & 0xff);
            code.append(ALPHABET.charAt(number % ALPHABET.length()));
        }
        return code.toString();
    }

    /** Whether a code is that one, however it is typed. */
    static boolean isCode(String code, String typed) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.US_ASCII), plain(typed).getBytes(StandardCharsets.UTF_8));
    }

    /** A code as it was made, however it is typed. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Stands for a licence in an epoch, and for nobody who has not this secret. */
    String ledger(String registry, String number, String epoch) {
        return HexFormat.of().formatHex(mac("credential|" + registry + "|" + number + "|" + epoch));
    }

    /** The key under which pictures of documents are kept. */
    byte[] documentKey() {
        return mac("document key");
    }

    /** Stands for whoever vouches, whatever case they have. */
    String voucher(String registry, String number) {
        return HexFormat.of().formatHex(mac("voucher|" + registry + "|" + number));
    }

    /** Stands for what was said of a case, and tells nobody what it was. */
    String evidence(long caseId, String said) {
        return HexFormat.of().formatHex(mac("evidence|" + caseId + "|" + said));
    }

    /** Stands for what the registries said of a case; in their order, which is always the same. */
    String evidence(long caseId, List<RegistryWord> words) {
        return evidence(caseId, words.stream().map(Seal::line).collect(Collectors.joining("\n")));
    }

    private static String line(RegistryWord word) {
        return word.registry() + "|" + word.verdict() + "|" + word.word() + "|" + word.reason();
    }

    /** A case's key, or what was signed, as it is kept. */
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
