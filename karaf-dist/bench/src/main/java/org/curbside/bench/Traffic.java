package org.curbside.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Mixed requests at a fixed rate until it is finished, whether or not earlier ones were answered. A latency counts from the
 * intended beginning.
 */
final class Traffic {

    private static final double NANOS_PER_MILLI = 1e6;

    private final IntFunction<Errand> errands;
    private final long gap;
    private final Queue<Trip> trips = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "errand");
        thread.setDaemon(true);
        return thread;
    });
    private final Thread pacemaker = new Thread(this::pace, "pacemaker");
    private volatile String phase;
    private volatile boolean over;

    /** Begins at once, in the phase of that name. */
    Traffic(double perSecond, String phase, IntFunction<Errand> errands) {
        this.errands = errands;
        this.phase = phase;
        this.gap = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        pacemaker.setDaemon(true);
        pacemaker.start();
    }

    /** What begins from now on belongs to that phase. */
    void enter(String next) {
        phase = next;
    }

    /** Returns when the last request has ended. */
    void finish() throws InterruptedException {
        over = true;
        pacemaker.join();
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("A request is not answered after a minute");
        }
    }

    /** What came of each request. */
    List<Trip> trips() {
        return new ArrayList<>(trips);
    }

    private void pace() {
        long began = System.nanoTime();
        for (int n = 0; !over; n++) {
            long intended = began + n * gap;
            Errand errand = errands.apply(n);
            String now = phase;
            while (System.nanoTime() < intended) {
                LockSupport.parkNanos(intended - System.nanoTime());
            }
            threads.execute(() -> run(errand, now, intended));
        }
    }

    private void run(Errand errand, String now, long intended) {
        Trip.End end;
        try {
            end = Trip.End.of(errand.request().send());
        } catch (IOException | InterruptedException e) {
            end = new Trip.End(0, false, "" + e);
        }
        Trip trip = new Trip(now, errand.kind(), end, (System.nanoTime() - intended) / NANOS_PER_MILLI);
        if (trip.done()) {
            errand.done().accept(end);
        }
        trips.add(trip);
    }

    /** A request that can be sent. */
    @FunctionalInterface
    interface Request {

        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    /**
     * What somebody is out for.
     *
     * @param kind of what sort it is
     * @param done called with the answer, if it was a good one
     */
    record Errand(String kind, Request request, Consumer<Trip.End> done) {}
}
