package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.CodeSigner;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.curbside.api.guard.Finding;

/**
 * Every entry is signed by one certificate that the operator trusts. A signature that is there has to be right, trusted or
 * not: whoever adds a class to a signed jar leaves all other entries with their signer, so each is looked at.
 */
final class Signature implements Check {

    private static final String NAME = "signature";
    private static final Pattern OF_THE_SIGNATURE =
            Pattern.compile("(?i)META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))");
    private static final String OTHERWISE = " Have it signed by somebody whose certificate is in ";

    private final Trusted trusted;
    private final Unsigned unsigned;
    private final Clock clock;

    Signature(Trusted trusted, Unsigned unsigned, Clock clock) {
        this.trusted = trusted;
        this.unsigned = unsigned;
        this.clock = clock;
    }

    @Override
    public Finding on(Candidate candidate) {
        try (JarFile jar = new JarFile(candidate.file().toFile(), true)) {
            Set<Certificate> common = new LinkedHashSet<>();
            List<String> bare = new ArrayList<>();
            boolean first = true;
            for (JarEntry entry : signable(jar)) {
                Set<Certificate> signers = signers(jar, entry);
                if (signers.isEmpty()) {
                    bare.add(entry.getName());
                } else if (first) {
                    common.addAll(signers);
                    first = false;
                } else {
                    common.retainAll(signers);
                }
            }
            return finding(common, bare, first);
        } catch (SecurityException | IOException | UncheckedIOException e) {
            return Finding.refused(NAME, "It was changed after it was signed: " + e.getMessage() + ". Get it anew.");
        }
    }

    /** Whoever signed the bundle's own description, if anybody did. */
    static Optional<String> signer(Candidate candidate) {
        try (JarFile jar = new JarFile(candidate.file().toFile(), true)) {
            return signable(jar).stream()
                    .flatMap(entry -> signers(jar, entry).stream())
                    .map(Signature::subject)
                    .findFirst();
        } catch (SecurityException | IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private Finding finding(Set<Certificate> common, List<String> bare, boolean nobody) {
        if (nobody) {
            return tolerated("Nobody has signed it.");
        }
        if (!bare.isEmpty()) {
            return Finding.refused(NAME, "It is signed, but not " + bare.get(0) + ". Get it anew.");
        }
        if (common.isEmpty()) {
            return Finding.refused(NAME, "Its entries are signed by different people. One has to sign all of them.");
        }
        Optional<Certificate> known = common.stream().filter(trusted::contains).findFirst();
        return known.map(this::dated)
                .orElseGet(() -> tolerated(
                        "It is signed by " + subject(common.iterator().next()) + ", whom nobody here trusts."));
    }

    private Finding tolerated(String sentence) {
        return unsigned.admits(trusted)
                ? Finding.warned(NAME, sentence + " That is tolerated here for now; see curbside:status.")
                : Finding.refused(NAME, sentence + OTHERWISE + trusted.folder() + ".");
    }

    private Finding dated(Certificate certificate) {
        X509Certificate signer = (X509Certificate) certificate;
        return signer.getNotAfter().toInstant().isBefore(clock.instant())
                ? Finding.warned(
                        NAME, "All of it is signed by " + subject(signer) + ", whose certificate has run out since.")
                : Finding.passed(NAME, "All of it is signed by " + subject(signer) + ".");
    }

    private static List<JarEntry> signable(JarFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry -> !OF_THE_SIGNATURE.matcher(entry.getName()).matches())
                .toList();
    }

    /** Known only when the entry has been read to its end. */
    private static Set<Certificate> signers(JarFile jar, JarEntry entry) {
        try (InputStream in = jar.getInputStream(entry)) {
            in.skip(Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<Certificate> certificates = new LinkedHashSet<>();
        Optional.ofNullable(entry.getCodeSigners()).stream()
                .flatMap(Stream::of)
                .map(CodeSigner::getSignerCertPath)
                .forEach(path -> certificates.add(path.getCertificates().get(0)));
        return certificates;
    }

    private static String subject(Certificate certificate) {
        return ((X509Certificate) certificate).getSubjectX500Principal().getName();
    }
}
