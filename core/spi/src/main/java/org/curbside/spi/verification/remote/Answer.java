package org.curbside.spi.verification.remote;

/**
 * What a source answered.
 *
 * @param status of HTTP: 2xx, or 4xx other than 429
 * @param body at most a million bytes, as text
 */
public record Answer(int status, String body) {

    /** Whether the status is 2xx. */
    public boolean isGood() {
        return status < 300;
    }
}
