package org.curbside.api.content;

/**
 * How one's own ratings stand beside what later showed. Nobody else is told.
 *
 * @param agreedRightly advice that was borne out and that one agreed with
 * @param borneOut advice that was borne out and that one rated
 * @param disagreedRightly advice that was not borne out and that one disagreed with
 * @param notBorneOut advice that was not borne out and that one rated
 */
public record Calibration(int agreedRightly, int borneOut, int disagreedRightly, int notBorneOut) {

    /** How much of what one rated has an outcome. */
    public int known() {
        return borneOut + notBorneOut;
    }
}
