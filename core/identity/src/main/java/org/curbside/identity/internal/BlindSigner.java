package org.curbside.identity.internal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * Signs what it cannot read: BlindSign of RFC 9474, section 4.3. The private operation is the JDK's, which blinds it against
 * whoever measures its time.
 */
final class BlindSigner {

    private static final String RAW = "RSA/ECB/NoPadding";

    private BlindSigner() {}

    /** The blind signature; empty when the message has not the length of the key's modulus or is not below it. */
    static Optional<byte[]> sign(RSAPrivateCrtKey key, byte... blinded) {
        BigInteger modulus = key.getModulus();
        if (blinded.length != (modulus.bitLength() + 7) / 8 || new BigInteger(1, blinded).compareTo(modulus) >= 0) {
            return Optional.empty();
        }
        try {
            byte[] signature = raw(Cipher.DECRYPT_MODE, key, blinded);
            refuseIfFaulty(key, signature, blinded);
            return Optional.of(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key does not sign", e);
        }
    }

    /** One wrong signature by a key in CRT form gives the key away. */
    private static void refuseIfFaulty(RSAPrivateCrtKey key, byte[] signature, byte... blinded)
            throws GeneralSecurityException {
        PublicKey open = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        if (!Arrays.equals(raw(Cipher.ENCRYPT_MODE, open, signature), blinded)) {
            throw new GeneralSecurityException("A signature came out wrong and was not given away");
        }
    }

    private static byte[] raw(int mode, Key key, byte... block) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(RAW);
        cipher.init(mode, key);
        return cipher.doFinal(block);
    }
}
