package org.curbside.api.guard;

import org.osgi.annotation.versioning.ProviderType;

/** Verdicts on paper, which prove later what this instance said of which bytes. */
@ProviderType
public interface Receipts {

    /**
     * One line of JSON: {@code {"receipt":R,"signature":"S"}}. S is the Ed25519 signature, in Base64, of the bytes of R in
     * UTF-8 as they stand in the line.
     */
    String of(Verdict verdict);

    /** This instance's public key as PEM; it is made with the first receipt, and stays. */
    String publicKey();
}
