package org.curbside.itests;

import static org.junit.Assert.assertTrue;

import java.util.concurrent.TimeUnit;

/** Waits for what follows from a request without being part of its answer. */
final class Patience {

    /** How long a boot may take on a machine that does something else too. */
    static final int BOOT_MILLIS = 120_000;

    private static final long SECONDS = 60;

    private Patience() {}

    /** Looks again and again until it holds. */
    static void until(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.holds()) {
            assertTrue("Not in time: " + what, System.nanoTime() < deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** What is waited for. */
    interface Condition {
        boolean holds() throws Exception;
    }
}
