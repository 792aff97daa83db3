package org.curbside.guard.internal.calls;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one add-on. Whoever calls waits for one of them until the deadline and no longer; what hangs then is
 * interrupted and takes one of these few threads with it, not the caller's.
 */
final class Worker {

    static final int THREADS = 16;

    private final ThreadPoolExecutor threads;

    /** Threads in that group, which are called like it. */
    Worker(ThreadGroup group) {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                0,
                THREADS,
                5,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> new Caller(group, work, number.incrementAndGet()));
    }

    /**
     * Has it done, or says why not.
     *
     * @throws TimeoutException when it is not done by the deadline
     * @throws NotDone when that is not the add-on's fault
     */
    <T> T within(Duration deadline, Callable<T> work) throws Throwable {
        Future<T> result = begun(work);
        try {
            return result.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDone();
        } finally {
            result.cancel(true);
        }
    }

    private <T> Future<T> begun(Callable<T> work) throws NotDone {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw new NotDone();
        }
    }

    /** Has it done some time. */
    void begin(Runnable work) {
        threads.execute(work);
    }

    /** Those that hang are interrupted; whether they end is up to them. */
    void stop() {
        threads.shutdownNow();
    }

    /** A thread that is the platform's, although it is in the group of an add-on. */
    static final class Caller extends Thread {

        private Caller(ThreadGroup group, Runnable work, int number) {
            super(group, work, group.getName() + " " + number);
            setDaemon(true);
            setContextClassLoader(Worker.class.getClassLoader());
        }
    }

    /** All threads of the add-on are taken, or whoever called was interrupted. */
    static final class NotDone extends Exception {

        private static final long serialVersionUID = 1L;

        NotDone() {
            super(null, null, false, false);
        }
    }
}
