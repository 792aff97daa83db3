package org.curbside.api.guard;

import java.util.List;
import java.util.Optional;

/**
 * What admission says of a jar. It is about the bytes with this digest and no others: whoever installs the jar compares.
 *
 * @param file the jar's file name
 * @param sha256 of the whole file, in hexadecimal digits; empty if it could not be read
 * @param name its symbolic name, if it is a bundle
 * @param version its version, if it is a bundle
 * @param signer whoever signed all of it, trusted or not
 * @param offers what it would serve, by its component descriptors
 * @param findings one for each check, in the order of the checks; a jar that cannot be read is not checked further
 */
public record Verdict(
        String file,
        String sha256,
        Optional<String> name,
        Optional<String> version,
        Optional<String> signer,
        List<Offer> offers,
        List<Finding> findings) {

    /** The check that only a file that is still being written fails; the same file will do in a while. */
    public static final String COPIED = "copied";

    /** Keeps copies. */
    public Verdict {
        offers = List.copyOf(offers);
        findings = List.copyOf(findings);
    }

    /** Whether the platform would take it. */
    public boolean admitted() {
        return findings.stream().noneMatch(Finding::refuses);
    }

    /** Whether to look again in a while rather than to refuse it. */
    public boolean stillBeingCopied() {
        return findings.stream()
                .anyMatch(finding -> finding.refuses() && finding.check().equals(COPIED));
    }

    /** Why it would not be taken, in the words of the first check that refuses it; empty if it would. */
    public Optional<String> refusal() {
        return findings.stream().filter(Finding::refuses).map(Finding::sentence).findFirst();
    }
}
