package org.curbside.guard.internal.calls;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Interrupts threads that are inside an add-on for too long. What is called a million times costs no second thread so. */
final class Overdue {

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    /** From now on, until it ends. */
    Watch watch(Duration longest) {
        Watch watch = new Watch(System.nanoTime() + longest.toNanos());
        watches.add(watch);
        return watch;
    }

    /** Looks at the clock; to be called every now and then. */
    void look() {
        long now = System.nanoTime();
        watches.forEach(watch -> watch.interruptIfOverdue(now));
    }

    /** One call by one thread. */
    final class Watch {

        private final Thread thread = Thread.currentThread();
        private final long until;
        private boolean interrupted;
        private boolean over;

        private Watch(long until) {
            this.until = until;
        }

        private synchronized void interruptIfOverdue(long now) {
            if (!over && now - until > 0) {
                interrupted = true;
                thread.interrupt();
            }
        }

        /** The call is over, and an interruption that came too late for it is nobody else's. */
        synchronized void end() {
            over = true;
            watches.remove(this);
            if (interrupted) {
                Thread.interrupted();
            }
        }
    }
}
