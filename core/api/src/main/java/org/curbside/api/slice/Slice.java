package org.curbside.api.slice;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A slice's service that comes and goes as its bundle is replaced. Holders stay up while it is away. Whoever calls in the
 * moment after it went waits for it, and whoever calls later learns that it will be back.
 *
 * @param <T> the service's interface in {@code org.curbside.api}
 */
public final class Slice<T> implements AutoCloseable {

    private static final long MOMENT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Class<T> service;
    private final ServiceTracker<T, T> tracker;
    private volatile long went = System.nanoTime();

    /** Starts looking for {@code service} on behalf of the bundle that owns {@code context}. */
    public Slice(BundleContext context, Class<T> service) {
        this.service = service;
        this.tracker = new ServiceTracker<>(context, service, null) {
            @Override
            public void removedService(ServiceReference<T> reference, T gone) {
                went = System.nanoTime();
                super.removedService(reference, gone);
            }
        };
        this.tracker.open();
    }

    /**
     * The service as it is now. Call it for every use; do not keep it.
     *
     * @throws SliceAway when no bundle offers it at the moment
     */
    public T get() {
        return find().or(this::awaited).orElseThrow(() -> new SliceAway(service.getSimpleName()));
    }

    /** What comes back before the moment is over. */
    private Optional<T> awaited() {
        long left = TimeUnit.NANOSECONDS.toMillis(went + MOMENT_NANOS - System.nanoTime());
        try {
            return left > 0 ? Optional.ofNullable(tracker.waitForService(left)) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The service as it is now, for whoever does without it; empty when no bundle offers it at the moment. */
    public Optional<T> find() {
        return Optional.ofNullable(tracker.getService());
    }

    /** Whether a bundle offers the service at the moment. */
    public boolean present() {
        return tracker.getService() != null;
    }

    /** Lets go of the service. */
    @Override
    public void close() {
        tracker.close();
    }
}
