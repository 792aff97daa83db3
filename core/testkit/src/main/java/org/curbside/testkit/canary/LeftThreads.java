package org.curbside.testkit.canary;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Threads that were started in calls: a thread is in the group of the one that started it. */
final class LeftThreads {

    private static final long A_WHILE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ThreadGroup group = new ThreadGroup("add-on");
    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();

    /** A thread to make calls with. */
    Thread caller(Runnable work) {
        Thread caller = new Thread(group, work, "canary");
        caller.setDaemon(true);
        callers.add(caller);
        return caller;
    }

    /** The names of those that run on; waits for them to end, but not for longer than that. */
    List<String> after(long longestNanos) {
        long deadline = System.nanoTime() + longestNanos;
        while (!names().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(A_WHILE_NANOS);
        }
        return names();
    }

    private List<String> names() {
        Thread[] threads = new Thread[2 * group.activeCount() + 1];
        group.enumerate(threads);
        return Arrays.stream(threads)
                .filter(Objects::nonNull)
                .filter(thread -> !callers.contains(thread) && !isShared(thread))
                .map(Thread::getName)
                .toList();
    }

    /** Those of the common pool are everybody's, whoever happened to start them. */
    private static boolean isShared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }
}
