package org.curbside.testkit.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Somebody who signs add-ons: with a key, and a certificate that they issued to themselves. For tests only. */
public final class Signer {

    private static final String PASSWORD = "made-up";

    private final KeyStore.PrivateKeyEntry key;

    private Signer(KeyStore.PrivateKeyEntry key) {
        this.key = key;
    }

    /** Somebody of that name, with a fresh key, which the JDK's keytool makes. */
    public static Signer named(String name) {
        try {
            Path folder = Files.createTempDirectory("signer");
            Path store = folder.resolve("keys.p12");
            try {
                keytool(name, store);
                return new Signer(read(store));
            } finally {
                Files.deleteIfExists(store);
                Files.delete(folder);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("keytool made no key", e);
        }
    }

    private static void keytool(String name, Path store) throws IOException {
        List<String> line = new ArrayList<>(List.of("" + Path.of(System.getProperty("java.home"), "bin", "keytool")));
        line.addAll(List.of("-genkeypair", "-alias", "key", "-keyalg", "EC", "-validity", "365"));
        line.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", "" + store));
        line.addAll(List.of("-dname", "CN=" + name));
        Process keytool = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
    }

    private static KeyStore.PrivateKeyEntry read(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return (KeyStore.PrivateKeyEntry) keys.getEntry("key", new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    }

    /** Signs every entry of a jar. */
    public Path sign(Path jar, Path into) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(into)) {
            new JarSigner.Builder(key).build().sign(zip, out);
        }
        return into;
    }

    /** The certificate in PEM, as an operator puts it among those that are trusted. */
    public String certificate() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(key.getCertificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
