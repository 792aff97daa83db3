package org.curbside.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts pictures under a key that is made of the desk's secret: AES-GCM, bound to the case. */
final class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Seal seal;

    Vault(Seal seal) {
        this.seal = seal;
    }

    byte[] close(long caseId, SecureRandom random, byte... plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] secret = cipher(Cipher.ENCRYPT_MODE, caseId, nonce, plain, 0);
        byte[] kept = Arrays.copyOf(nonce, NONCE_BYTES + secret.length);
        System.arraycopy(secret, 0, kept, NONCE_BYTES, secret.length);
        return kept;
    }

    byte[] open(long caseId, byte... kept) {
        return cipher(Cipher.DECRYPT_MODE, caseId, Arrays.copyOf(kept, NONCE_BYTES), kept, NONCE_BYTES);
    }

    private byte[] cipher(int mode, long caseId, byte[] nonce, byte[] content, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(seal.documentKey(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("document|" + caseId).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(content, from, content.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A document cannot be encrypted, or was changed", e);
        }
    }
}
