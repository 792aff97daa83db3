package org.curbside.api.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A key with which the licence desk signs credentials of one specialty in one epoch, as it stands in the directory of keys.
 * Each entry carries the digest of all that stand before it, so that nobody can be shown a directory of their own without
 * its last digest being another.
 *
 * @param group the code of the specialty, or of a broader one where that has too few physicians, or {@link #PROFESSION}
 * @param epoch the first day of the epoch
 * @param spki the public key of RSA, as a SubjectPublicKeyInfo (RFC 5280), base64url
 * @param chain SHA-256 over the entry before and this one, in hexadecimal digits
 */
public record IssuerKey(String group, LocalDate epoch, String spki, String chain) {

    /** The group of all physicians, for those whose specialty and all that is broader have too few. */
    public static final String PROFESSION = "physician";

    /** The length of a key. */
    public static final int BITS = 2048;

    private static final int ID_BYTES = 16;
    private static final String BEGINNING = "0".repeat(64);

    /** The entry for a key at the end of a directory. */
    public static IssuerKey after(List<IssuerKey> directory, String group, LocalDate epoch, byte... spki) {
        String text = Credential.text(spki);
        return new IssuerKey(group, epoch, text, chain(last(directory), group, epoch, text));
    }

    /** Whether each entry's chain is right, and no specialty has two keys in an epoch, of which one could be somebody's own. */
    public static boolean isSound(List<IssuerKey> directory) {
        return isChained(directory)
                && directory.stream()
                                .map(key -> key.group + " " + key.epoch)
                                .distinct()
                                .count()
                        == directory.size();
    }

    private static boolean isChained(List<IssuerKey> directory) {
        for (int n = 0; n < directory.size(); n++) {
            IssuerKey key = directory.get(n);
            if (!key.chain.equals(chain(last(directory.subList(0, n)), key.group, key.epoch, key.spki))) {
                return false;
            }
        }
        return true;
    }

    private static String last(List<IssuerKey> directory) {
        return directory.isEmpty() ? BEGINNING : directory.get(directory.size() - 1).chain;
    }

    private static String chain(String before, String group, LocalDate epoch, String spki) {
        String line = String.join("\n", before, group, epoch.toString(), spki);
        return HexFormat.of().formatHex(sha256(line.getBytes(StandardCharsets.US_ASCII)));
    }

    /** What credentials call it: 16 bytes of the key's SHA-256, base64url. */
    public String id() {
        return Credential.text(Arrays.copyOf(sha256(Credential.bytes(spki)), ID_BYTES));
    }

    /**
     * The key itself.
     *
     * @throws IllegalStateException when it is none of RSA
     */
    public RSAPublicKey publicKey() {
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Credential.bytes(spki)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key in the directory cannot be read", e);
        }
    }

    private static byte[] sha256(byte... bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
