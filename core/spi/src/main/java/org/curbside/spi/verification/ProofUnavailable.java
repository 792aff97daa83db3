package org.curbside.spi.verification;

/** Possession cannot be shown in this way just now; the claimant tries again later. The message is for the operator. */
public final class ProofUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    public ProofUnavailable(String message) {
        super(message);
    }
}
