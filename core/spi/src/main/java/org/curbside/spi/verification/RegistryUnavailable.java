package org.curbside.spi.verification;

/** A registry could not be asked just now; nothing follows for the claim, which is tried again later. */
public final class RegistryUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    public RegistryUnavailable(String message) {
        super(message);
    }
}
