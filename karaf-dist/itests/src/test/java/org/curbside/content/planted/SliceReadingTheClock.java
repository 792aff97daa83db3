package org.curbside.content.planted;

import java.time.Instant;

/** Planted: reads the clock by itself. */
public final class SliceReadingTheClock {

    private SliceReadingTheClock() {}

    static Instant today() {
        return Instant.now();
    }
}
