package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** This instance's Ed25519 key, in a PEM file that its owner alone can read: first the private half, then the public. */
final class InstanceKey {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path file;
    private final SecureRandom random;

    /** Made by {@code random} when it is first needed. */
    InstanceKey(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    /** The public half as PEM. */
    String publicKey() {
        return block("PUBLIC KEY").group();
    }

    byte[] sign(byte[] text) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(block("PRIVATE KEY").group(1));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " holds no Ed25519 key. Remove it, and a new one is made.", e);
        }
    }

    private synchronized Matcher block(String label) {
        try {
            if (!Files.exists(file)) {
                make();
            }
            Matcher block = Pattern.compile("-----BEGIN " + label + "-----\n([^-]*)-----END " + label + "-----\n")
                    .matcher(Files.readString(file));
            if (!block.find()) {
                throw new IllegalStateException(file + " holds no " + label + ". Remove it, and a new one is made.");
            }
            return block;
        } catch (IOException e) {
            throw new UncheckedIOException("The key of this instance cannot be kept: " + e.getMessage(), e);
        }
    }

    /** Whole or not at all. */
    private void make() throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                beside, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap(pem().getBytes(StandardCharsets.US_ASCII)));
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String pem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            return pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + pem("PUBLIC KEY", pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String label, byte[] encoded) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(encoded) + "\n-----END " + label + "-----\n";
    }
}
