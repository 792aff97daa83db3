package org.curbside.api.slice;

/** A slice is being replaced; what was asked can be asked again in {@link #retryAfterSeconds()} seconds. */
public final class SliceAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SliceAway(String service) {
        super(service + " is away", null, false, false);
    }

    /** After how many seconds another try is worth while. */
    public int retryAfterSeconds() {
        return 2;
    }
}
