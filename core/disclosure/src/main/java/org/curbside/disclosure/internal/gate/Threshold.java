package org.curbside.disclosure.internal.gate;

/**
 * The least number of physicians behind a published count: 11, as the US Centers for Medicare &amp; Medicaid Services ask of
 * whoever publishes from their data. A count of 1 to 10 is never shown, nor one whose complement is, for the two give each
 * other away. No total is published over a suppressed cell, so nothing can be subtracted from one.
 */
public final class Threshold {

    /** Shown from here on. */
    public static final long LEAST = 11;

    private Threshold() {}

    /** Whether a count may be shown. */
    static boolean shows(long count) {
        return count == 0 || count >= LEAST;
    }

    /** Whether a part may be shown of a whole that a reader may know. */
    static boolean shows(long part, long whole) {
        return whole >= LEAST && shows(part) && shows(whole - part);
    }
}
