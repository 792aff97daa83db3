package org.curbside.testkit.bad.planted;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Takes its time with being activated. */
public final class StartsSlowly extends Thumbs {

    private static final long SECONDS = 8;

    /** Comes to be in a while. */
    public StartsSlowly() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (Mood.isBad() && System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
