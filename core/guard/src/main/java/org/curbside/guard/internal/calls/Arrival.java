package org.curbside.guard.internal.calls;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.curbside.api.guard.AddOn.Calls;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * A service that an add-on has registered. It is fetched, and so activated, on the add-on's own thread: one that starts
 * slowly is taken in when it has started, and one that hangs keeps nobody waiting for longer than a moment.
 */
final class Arrival {

    /** How long an activation may take. */
    static final Duration ACTIVATION = Duration.ofSeconds(20);

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final BundleContext context;
    private final Place place;
    private final ServiceReference<Object> reference;
    private final Duration deadline;
    private final Overdue overdue;
    private final Worker worker;
    private final Conduct conduct;
    private final BiConsumer<Bundle, String> hold;
    private final Duration activation;
    private final long came = System.nanoTime();
    private @Nullable Implementation implementation;
    private boolean activating = true;
    private boolean gone;

    Arrival(
            BundleContext context,
            Place place,
            ServiceReference<Object> reference,
            Duration deadline,
            Duration activation,
            Overdue overdue,
            ThreadGroup threads,
            BiConsumer<Bundle, String> hold) {
        this.context = context;
        this.place = place;
        this.reference = reference;
        this.deadline = deadline;
        this.activation = activation;
        this.overdue = overdue;
        this.hold = hold;
        Bundle bundle = reference.getBundle();
        this.worker = new Worker(threads);
        this.conduct = new Conduct(bundle, why -> hold.accept(bundle, why));
    }

    Place place() {
        return place;
    }

    boolean isOf(Bundle bundle) {
        return bundle.equals(reference.getBundle());
    }

    Calls calls() {
        return conduct.calls();
    }

    /** Why it is not called at the moment: it failed too often, or is not activated. */
    synchronized Optional<String> failing() {
        if (activating) {
            return Optional.of("Its activation has not come to an end yet.");
        }
        return implementation == null || implementation.isResting() ? conduct.last() : Optional.empty();
    }

    /** Holds the add-on when its activation takes too long; to be called every now and then. */
    void look() {
        if (isLate()) {
            hold.accept(reference.getBundle(), "It was not activated after " + activation.toSeconds() + " seconds.");
            worker.stop();
        }
    }

    private synchronized boolean isLate() {
        boolean late = activating && !gone && System.nanoTime() - came > activation.toNanos();
        activating &= !late;
        return late;
    }

    /** Fetches the service and hands it on, unless it has gone meanwhile. Waits for that, but only for a moment. */
    void fetch(Welcome fetched) {
        CountDownLatch done = new CountDownLatch(1);
        worker.begin(() -> {
            try {
                Object service = context.getService(reference);
                if (service == null) {
                    conduct.notActivated();
                } else {
                    take(service, fetched);
                }
            } catch (Throwable failure) {
                conduct.failed("activate", failure);
            } finally {
                activated();
                done.countDown();
            }
        });
        try {
            done.await(MOMENT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void activated() {
        activating = false;
    }

    private synchronized void take(Object service, Welcome fetched) throws ClassNotFoundException {
        if (!gone) {
            implementation = new Implementation(place.point(), deadline, service, worker, overdue, conduct);
            fetched.to(implementation);
        }
    }

    /** Takes part no more. What took part until now, if it ever did. */
    synchronized Optional<Implementation> leave() {
        gone = true;
        return Optional.ofNullable(implementation);
    }

    void release() {
        worker.stop();
        context.ungetService(reference);
    }

    /** Who takes an add-on in once it is there. */
    @FunctionalInterface
    interface Welcome {

        /** Puts it where slices find it. */
        void to(Implementation implementation) throws ClassNotFoundException;
    }
}
