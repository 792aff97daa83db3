package org.curbside.http.internal;

import org.curbside.api.content.Questions;
import org.curbside.api.slice.Slice;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;

/** Whether the platform has started. Once it has, a slice that is away for a moment does not take it back. */
@Component(service = Readiness.class)
public final class Readiness {

    private final ServiceTracker<Object, Object> booted;
    private final Slice<Questions> questions;
    private volatile boolean started;

    /** Watches the runtime's boot and the slices. */
    @Activate
    public Readiness(BundleContext context) {
        booted = new ServiceTracker<>(context, "org.apache.karaf.features.BootFinished", null);
        booted.open();
        questions = new Slice<>(context, Questions.class);
    }

    @Deactivate
    void close() {
        booted.close();
        questions.close();
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
        return questions.present();
    }
}
