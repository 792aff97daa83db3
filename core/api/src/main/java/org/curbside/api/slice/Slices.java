package org.curbside.api.slice;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;

/** The slices that one bundle reaches, let go of together. */
public final class Slices implements AutoCloseable {

    private final BundleContext context;
    private final List<Slice<?>> open = new CopyOnWriteArrayList<>();

    /** For the bundle that owns {@code context}. */
    public Slices(BundleContext context) {
        this.context = context;
    }

    /** Starts looking for a service. */
    public <T> Slice<T> of(Class<T> service) {
        Slice<T> slice = new Slice<>(context, service);
        open.add(slice);
        return slice;
    }

    /** Lets go of all. */
    @Override
    public void close() {
        open.forEach(Slice::close);
    }
}
