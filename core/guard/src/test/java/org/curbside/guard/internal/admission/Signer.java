package org.curbside.guard.internal.admission;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Somebody with a key and a certificate that they issued to themselves. */
final class Signer {

    private static final char[] PASSWORD = "made-up".toCharArray();
    private static final ConcurrentHashMap<String, Signer> KNOWN = new ConcurrentHashMap<>();

    private final KeyStore.PrivateKeyEntry key;

    private Signer(KeyStore.PrivateKeyEntry key) {
        this.key = key;
    }

    static Signer named(String name) {
        return KNOWN.computeIfAbsent(name, Signer::make);
    }

    private static Signer make(String name) {
        try {
            Path store = Files.createTempDirectory("signer").resolve("keys.p12");
            Process keytool = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "key",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + name,
                            "-validity",
                            "365",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            "" + store,
                            "-storepass",
                            new String(PASSWORD)))
                    .inheritIO()
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            return new Signer(
                    (KeyStore.PrivateKeyEntry) keys.getEntry("key", new KeyStore.PasswordProtection(PASSWORD)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs all of a jar. */
    Path sign(Path jar, Path into) throws Exception {
        JarSigner signer = new JarSigner.Builder(key)
                .signerName(key.getCertificate().hashCode() < 0 ? "ONE" : "OTHER")
                .build();
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(into)) {
            signer.sign(zip, out);
        }
        return into;
    }

    /** Puts the certificate among those that are trusted. */
    void trustIn(Path folder) throws Exception {
        Files.createDirectories(folder);
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getCertificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        Files.writeString(folder.resolve("partner.pem"), pem);
    }
}
