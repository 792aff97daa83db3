package org.curbside.spi.verification;

/**
 * Possession is not shown in this way; the message is a sentence for the claimant that says why and what to do, and has nothing
 * of what was typed in it.
 */
public final class ProofRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public ProofRefused(String message) {
        super(message);
    }
}
