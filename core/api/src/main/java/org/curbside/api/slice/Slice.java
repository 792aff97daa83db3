package org.curbside.api.slice;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A slice's service that comes and goes as its bundle is replaced. Holders stay up while it is away, and whoever calls
 * in that moment learns that it will be back.
 *
 * @param <T> the service's interface in {@code org.curbside.api}
 */
public final class Slice<T> implements AutoCloseable {

    private final Class<T> service;
    private final ServiceTracker<T, T> tracker;

    /** Starts looking for {@code service} on behalf of the bundle that owns {@code context}. */
    public Slice(BundleContext context, Class<T> service) {
        this.service = service;
        this.tracker = new ServiceTracker<>(context, service, null);
        this.tracker.open();
    }

    /**
     * The service as it is now. Call it for every use; do not keep it.
     *
     * @throws SliceAway when no bundle offers it at the moment
     */
    public T get() {
        @Nullable T present = tracker.getService();
        if (present == null) {
            throw new SliceAway(service.getSimpleName());
        }
        return Objects.requireNonNull(present);
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
