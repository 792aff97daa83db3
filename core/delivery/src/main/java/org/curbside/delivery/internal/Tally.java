package org.curbside.delivery.internal;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.curbside.api.delivery.MailOffice.Counts;
import org.curbside.delivery.internal.store.DeliveryStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code curbside_delivery_total} and {@code curbside_delivery_waiting}: how many digests and pushes went out since the start, and wait. */
@Component(service = {Tally.class, MeterBinder.class})
public final class Tally implements MeterBinder {

    private final DeliveryStore store;
    private final Clock clock;
    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    /** What is counted. */
    enum Kind {
        SENT,
        DELAYED,
        REFUSED,
        PUSHED,
        NOT_PUSHED
    }

    /** Counts from zero. */
    @Activate
    public Tally(@Reference DeliveryStore store) {
        this(store, Clock.systemUTC());
    }

    Tally(DeliveryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    void count(Kind kind) {
        adder(kind).increment();
    }

    private LongAdder adder(Kind kind) {
        return Objects.requireNonNull(counts.get(kind));
    }

    Counts counts() {
        return new Counts(
                adder(Kind.SENT).sum(),
                adder(Kind.DELAYED).sum(),
                adder(Kind.REFUSED).sum(),
                adder(Kind.PUSHED).sum(),
                adder(Kind.NOT_PUSHED).sum(),
                waiting());
    }

    private long waiting() {
        return store.countDue(clock.instant());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counts.forEach((kind, adder) -> FunctionCounter.builder("curbside.delivery", adder, LongAdder::sum)
                .description("Digests by mail and pushes")
                .tag("outcome", kind.name().toLowerCase(Locale.ROOT))
                .register(registry));
        Gauge.builder("curbside.delivery.waiting", this::waiting)
                .description("Digests that are due")
                .register(registry);
    }
}
