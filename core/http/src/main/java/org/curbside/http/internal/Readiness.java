package org.curbside.http.internal;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/** Whether the platform has started. Once it has, a slice that is away for a moment does not take it back. */
@Component(service = Readiness.class)
public final class Readiness {

    private final ServiceTracker<Object, Object> booted;
    private final List<ServiceTracker<Object, Object>> slices;
    private volatile boolean started;

    /** Watches the runtime's boot and the slices. */
    @Activate
    public Readiness(BundleContext context, @Reference Halves halves) {
        booted = track(context, "org.apache.karaf.features.BootFinished");
        slices = halves.slices().stream()
                .map(name -> track(context, "org.curbside.api." + name))
                .toList();
    }

    @Deactivate
    void close() {
        booted.close();
        slices.forEach(ServiceTracker::close);
    }

    /** Whether requests are served: the runtime has booted, and every slice has been there at least once since. */
    boolean ready() {
        if (!started) {
            started = booted.size() > 0 && healthy();
        }
        return started;
    }

    /** Whether every slice is there now. */
    boolean healthy() {
        return slices.stream().allMatch(slice -> slice.size() > 0);
    }

    private static ServiceTracker<Object, Object> track(BundleContext context, String service) {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, service, null);
        tracker.open();
        return tracker;
    }
}
