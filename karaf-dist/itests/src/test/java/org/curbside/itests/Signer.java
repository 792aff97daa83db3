package org.curbside.itests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/** A partner who signs add-ons, and whoever changes them on their way. */
final class Signer {

    private static final char[] PASSWORD = "made-up".toCharArray();

    private final KeyStore.PrivateKeyEntry key;

    private Signer(KeyStore.PrivateKeyEntry key) {
        this.key = key;
    }

    static Signer named(String name) throws Exception {
        Path store = Files.createTempDirectory(Path.of("target"), "signer").resolve("keys.p12");
        List<String> line = new ArrayList<>(List.of("" + Path.of(System.getProperty("java.home"), "bin", "keytool")));
        line.addAll(List.of("-genkeypair", "-alias", "key", "-keyalg", "EC", "-validity", "9", "-storetype", "PKCS12"));
        line.addAll(List.of("-dname", "CN=" + name, "-storepass", new String(PASSWORD), "-keystore", "" + store));
        Process keytool = new ProcessBuilder(line).inheritIO().start();
        if (keytool.waitFor() != 0) {
            throw new AssertionError("keytool failed");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return new Signer((KeyStore.PrivateKeyEntry) keys.getEntry("key", new KeyStore.PasswordProtection(PASSWORD)));
    }

    Path sign(Path jar, Path into) throws Exception {
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(into)) {
            new JarSigner.Builder(key).build().sign(zip, out);
        }
        return into;
    }

    /** As PEM. */
    String certificate() throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getCertificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** A copy in which a text of the manifest is another, and a file was added. */
    static Path changed(Path jar, String manifest, String instead, String added, Path into) throws Exception {
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(into))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                boolean changed = !manifest.isEmpty() && entry.getName().equals("META-INF/MANIFEST.MF");
                out.write(changed ? unfolded(bytes).replace(manifest, instead).getBytes(UTF_8) : bytes);
            }
            out.putNextEntry(new ZipEntry(added));
        }
        return into;
    }

    /** The JDK reads lines of up to 65,535 bytes. */
    private static String unfolded(byte[] manifest) {
        return new String(manifest, UTF_8).replace("\r\n ", "").replace("\n ", "");
    }
}
