package org.curbside.api.credential;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/**
 * The physician's side of a blind signature, RSABSSA-SHA384-PSS-Randomized of RFC 9474, for programs; a browser has its own.
 * What it holds must stay with whoever asks for the credential until the desk has answered, and goes nowhere then.
 *
 * <p>{@link BigInteger} takes more or less time for one number than for another. Here that shows to nobody: the numbers are
 * the physician's own, and used once.
 */
public final class Blinding {

    private static final int NONCE_BYTES = 32;

    /** An encoded Ed25519 key ends with them, and says before them what it is. */
    private static final int MEMBER_BYTES = 32;

    private static final int SALT_BYTES = 48;
    private static final int DIGEST_BYTES = 48;
    private static final int PADDING_BYTES = 8;
    private static final int MORE_BITS = 128;
    private static final int TRAILER = 0xbc;

    private final IssuerKey key;
    private final byte[] nonce;
    private final byte[] memberKey;
    private final BigInteger inverse;
    private final String blinded;

    private Blinding(IssuerKey key, byte[] nonce, byte[] memberKey, Blinded blinded) {
        this.key = key;
        this.nonce = nonce;
        this.memberKey = memberKey;
        this.inverse = blinded.inverse;
        this.blinded = blinded.message;
    }

    /**
     * Begins a credential.
     *
     * @param key the desk's, from the directory that everybody is shown
     * @param member the public half of the member's own Ed25519 key
     */
    public static Blinding of(IssuerKey key, PublicKey member, SecureRandom random) {
        byte[] encoded = member.getEncoded();
        byte[] memberKey = Arrays.copyOfRange(encoded, encoded.length - MEMBER_BYTES, encoded.length);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        RSAPublicKey rsa = key.publicKey();
        byte[] message = Credential.message(key.id(), nonce, memberKey);
        return new Blinding(key, nonce, memberKey, blind(rsa, message, salt, coprime(rsa.getModulus(), random)));
    }

    private static BigInteger coprime(BigInteger modulus, SecureRandom random) {
        BigInteger number = BigInteger.ZERO;
        while (!number.gcd(modulus).equals(BigInteger.ONE)) {
            number = new BigInteger(modulus.bitLength() + MORE_BITS, random).mod(modulus);
        }
        return number;
    }

    /** Section 4.2 of RFC 9474, of a message that was prepared. */
    static Blinded blind(RSAPublicKey key, byte[] message, byte[] salt, BigInteger random) {
        BigInteger modulus = key.getModulus();
        BigInteger encoded = new BigInteger(1, encode(message, modulus.bitLength() - 1, salt));
        if (!encoded.gcd(modulus).equals(BigInteger.ONE)) {
            throw new IllegalStateException("The key is no product of two primes");
        }
        BigInteger hidden = encoded.multiply(random.modPow(key.getPublicExponent(), modulus));
        return new Blinded(Credential.text(bytes(hidden.mod(modulus), modulus)), random.modInverse(modulus));
    }

    /** Section 4.4, without the verification. */
    static byte[] unblind(BigInteger modulus, byte[] blindSignature, BigInteger inverse) {
        return bytes(new BigInteger(1, blindSignature).multiply(inverse).mod(modulus), modulus);
    }

    /** EMSA-PSS-ENCODE of section 9.1.1 of RFC 8017, with SHA-384 and MGF1. */
    static byte[] encode(byte[] message, int bits, byte[] salt) {
        int length = (bits + 7) / 8;
        int front = length - DIGEST_BYTES - 1;
        byte[] hash = sha384(new byte[PADDING_BYTES], sha384(message), salt);
        byte[] block = new byte[length];
        block[front - salt.length - 1] = 1;
        System.arraycopy(salt, 0, block, front - salt.length, salt.length);
        byte[] mask = mask(hash, front);
        for (int i = 0; i < front; i++) {
            block[i] ^= mask[i];
        }
        block[0] &= (byte) (0xff >> (8 * length - bits));
        System.arraycopy(hash, 0, block, front, DIGEST_BYTES);
        block[length - 1] = (byte) TRAILER;
        return block;
    }

    private static byte[] mask(byte[] seed, int length) {
        byte[] mask = new byte[length + DIGEST_BYTES];
        for (int counter = 0; counter * DIGEST_BYTES < length; counter++) {
            byte[] number = {0, 0, 0, (byte) counter};
            System.arraycopy(sha384(seed, number), 0, mask, counter * DIGEST_BYTES, DIGEST_BYTES);
        }
        return Arrays.copyOf(mask, length);
    }

    private static byte[] sha384(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-384");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has SHA-384", e);
        }
    }

    /** As long as the modulus, with zeros before it. */
    private static byte[] bytes(BigInteger number, BigInteger modulus) {
        int length = (modulus.bitLength() + 7) / 8;
        byte[] digits = number.toByteArray();
        int signs = Math.max(0, digits.length - length);
        int zeros = length - (digits.length - signs);
        byte[] full = new byte[length];
        System.arraycopy(digits, signs, full, zeros, length - zeros);
        return full;
    }

    /** Which of the desk's keys is to sign it. */
    public String keyId() {
        return key.id();
    }

    /** What the desk is to sign, base64url; it says nothing of the credential. */
    public String blinded() {
        return blinded;
    }

    /**
     * The credential.
     *
     * @param blindSignature what the desk answered, base64url
     * @throws IllegalArgumentException when that is no signature of the desk's
     */
    public Credential finish(String blindSignature) {
        byte[] signature = unblind(key.publicKey().getModulus(), Credential.bytes(blindSignature), inverse);
        Credential credential = new Credential(
                key.id(), Credential.text(nonce), Credential.text(memberKey), Credential.text(signature));
        if (!credential.isSignedWith(key)) {
            throw new IllegalArgumentException("The desk's answer is no signature with the key that was asked for");
        }
        return credential;
    }

    /** A message as the desk sees it, base64url, and what takes the blinding away again. */
    record Blinded(String message, BigInteger inverse) {}
}
