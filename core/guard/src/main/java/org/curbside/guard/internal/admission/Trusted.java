package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The certificates in a folder, read at every question, so that one is trusted as soon as its file is there. */
record Trusted(Path folder) {

    private static final Duration MONTH = Duration.ofDays(30);

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

    /** Certificates that have run out, or will within a month, as sentences. */
    List<String> runningOut(Instant now) {
        return files().stream()
                .flatMap(file -> read(file).stream()
                        .map(X509Certificate.class::cast)
                        .filter(certificate ->
                                certificate.getNotAfter().toInstant().isBefore(now.plus(MONTH)))
                        .map(certificate -> runningOut(file, certificate, now)))
                .toList();
    }

    private static String runningOut(Path file, X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        return "The certificate of " + certificate.getSubjectX500Principal().getName()
                + (end.isBefore(now) ? " has run out on " : " runs out on ")
                + LocalDate.ofInstant(end, ZoneOffset.UTC) + ". Ask for a newer one and put it beside " + file + ".";
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
