package org.curbside.testkit.bad.planted;

import java.util.concurrent.locks.LockSupport;

/** Hangs as a wait for a lock does: it takes no processor time, and an interruption does not end it. */
final class Hanging {

    private Hanging() {}

    @SuppressWarnings("InfiniteLoopStatement")
    static void forGood() {
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }
}
