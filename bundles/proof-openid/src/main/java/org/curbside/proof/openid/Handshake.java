package org.curbside.proof.openid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * What passes between the beginning of a sign-in and its end. It is made of an attempt's secret, so that nothing has to be kept
 * in between, and it is different for every attempt.
 */
record Handshake(String secret) {

    /** Comes back with the claimant, and shows that they began here (RFC 6749, section 10.12). */
    String state() {
        return digest("state|" + secret);
    }

    /** Comes back in the token, and shows that it was given for this sign-in. */
    String nonce() {
        return digest("nonce|" + secret);
    }

    /** Shows the partner that whoever brings the code began this sign-in (RFC 7636). */
    String verifier() {
        return digest("verifier|" + secret);
    }

    /** What the partner is told of the verifier at first. */
    String challenge() {
        return digest(verifier());
    }

    /** Whether that is this one's state. */
    boolean isState(String given) {
        return MessageDigest.isEqual(
                state().getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 in base64url, 43 characters. */
    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** A secret is not printed. */
    @Override
    public String toString() {
        return "Handshake";
    }
}
