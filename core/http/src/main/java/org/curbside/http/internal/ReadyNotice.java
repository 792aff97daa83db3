package org.curbside.http.internal;

import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever started the platform, once, where it can be reached. */
@Component(
        immediate = true,
        service = {})
public final class ReadyNotice {

    /** The distribution shows this logger on the terminal too. */
    private static final Logger LOG = LoggerFactory.getLogger("org.curbside.ready");

    private static final long INTERVAL_MS = 100;

    private final BundleContext context;
    private final Readiness readiness;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    /** Starts to wait. */
    @Activate
    public ReadyNotice(BundleContext context, @Reference Readiness readiness) {
        this.context = context;
        this.readiness = readiness;
        var unused = thread.scheduleWithFixedDelay(this::look, 0, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
    }

    private void look() {
        if (readiness.ready()) {
            LOG.info("Curbside is ready at {}", address());
            thread.shutdown();
        }
    }

    private String address() {
        ServiceReference<?> runtime =
                context.getServiceReference("org.osgi.service.servlet.runtime.HttpServiceRuntime");
        Object endpoint = runtime == null ? null : runtime.getProperty("osgi.http.endpoint");
        return endpoint instanceof String[] several ? String.join(", ", Arrays.asList(several)) : "" + endpoint;
    }
}
