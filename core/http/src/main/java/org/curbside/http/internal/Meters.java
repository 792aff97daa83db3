package org.curbside.http.internal;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * What is measured, for Prometheus: the process, the requests, and whatever slices publish as {@link MeterBinder}
 * services.
 *
 * <p>Requests are told apart by surface and outcome only. Counting claims and redemptions one by one would put a time on
 * each, and times are what links a licence to a pseudonym.
 */
@Component(service = Meters.class)
public final class Meters {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<MeterBinder, Set<Meter>> bound = new ConcurrentHashMap<>();

    /** Measures the process from now on. */
    @Activate
    public Meters() {
        List.of(
                        collections,
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
    }

    @Deactivate
    void close() {
        collections.close();
        registry.close();
    }

    /** A slice measures something. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public synchronized void addBinder(MeterBinder binder) {
        Set<Meter> before = new HashSet<>(registry.getMeters());
        binder.bindTo(registry);
        Set<Meter> added = new HashSet<>(registry.getMeters());
        added.removeAll(before);
        bound.put(binder, added);
    }

    /** The slice has gone, and so has what it measured. */
    public synchronized void removeBinder(MeterBinder binder) {
        bound.getOrDefault(binder, Set.of()).forEach(registry::remove);
        bound.remove(binder);
    }

    /** A request was answered. */
    void answered(String path, String method, int status, Duration taken) {
        registry.timer("http.server.requests", "surface", surface(path), "method", method, "status", outcome(status))
                .record(taken);
    }

    /** Everything in the text format of Prometheus 0.0.4. */
    String scrape() {
        return registry.scrape();
    }

    static String surface(String path) {
        if (path.startsWith("/api/")) {
            return "api";
        }
        return path.startsWith("/static/") ? "assets" : "pages";
    }

    private static String outcome(int status) {
        return status / 100 + "xx";
    }
}
