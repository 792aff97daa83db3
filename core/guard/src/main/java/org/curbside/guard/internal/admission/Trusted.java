package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The certificates in a folder, read at every question, so that one is trusted as soon as its file is there. */
record Trusted(Path folder) {

    /** Whether the operator has begun to trust anybody; a file that cannot be read counts, so that nothing opens by it. */
    boolean begun() {
        return !files().isEmpty();
    }

    boolean contains(Certificate certificate) {
        return files().stream().flatMap(file -> read(file).stream()).anyMatch(certificate::equals);
    }

    /** The names of files that hold no certificate. */
    List<String> unreadable() {
        return files().stream()
                .filter(file -> read(file).isEmpty())
                .map(file -> "" + file.getFileName())
                .toList();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(pem|crt|cer)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The trusted certificates cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
        } catch (IOException | CertificateException e) {
            return List.of();
        }
    }
}
