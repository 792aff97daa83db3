package org.curbside.guard.internal.waiting;

import java.util.concurrent.TimeUnit;

/** Knows how many are inside, and can be closed for a while. Whoever comes then waits; whoever is inside may finish. */
final class Doorway {

    private int inside;
    private boolean closed;

    /** Lets somebody in, who has to {@link #leave()}; while it is closed, after {@code mostMillis} at the latest. */
    synchronized void enter(long mostMillis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMillis);
        long left = until - System.nanoTime();
        while (closed && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
        inside++;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** Lets nobody in any more. */
    synchronized void close() {
        closed = true;
    }

    /** Waits until the last has left; says whether that was within {@code mostMillis}. */
    synchronized boolean isEmpty(long mostMillis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMillis);
        long left = until - System.nanoTime();
        while (inside > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
        return inside == 0;
    }

    synchronized void open() {
        closed = false;
        notifyAll();
    }
}
