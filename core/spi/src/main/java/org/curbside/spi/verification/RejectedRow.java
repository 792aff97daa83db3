package org.curbside.spi.verification;

/** A row of a bulk file that describes nobody the desk could verify; the message is the counted reason. */
public final class RejectedRow extends Exception {

    private static final long serialVersionUID = 1L;

    public RejectedRow(String message) {
        super(message);
    }
}
