package org.curbside.guard.internal.calls;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts who is inside, and lets a door be closed behind the last of them. */
final class Callers {

    private int inside;
    private boolean closed;

    /** Whether the caller is in; then they have to {@link #leave}. */
    synchronized boolean enter() {
        if (closed) {
            return false;
        }
        inside++;
        return true;
    }

    synchronized void leave() {
        inside--;
        if (inside == 0) {
            notifyAll();
        }
    }

    /** Lets nobody in any more and waits until all have left, but not for longer than that; says whether they have. */
    synchronized boolean close(Duration longest) throws InterruptedException {
        closed = true;
        long until = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); inside > 0 && left > 0; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return inside == 0;
    }
}
