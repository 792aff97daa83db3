package org.curbside.guard.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.curbside.api.guard.AddOn.State;
import org.curbside.api.guard.AddOns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code curbside_addons}: how many add-ons are installed, by state. */
@Component
public final class AddOnGauges implements MeterBinder {

    private final AddOns addOns;

    /** Counts {@code addOns} whenever it is asked. */
    @Activate
    public AddOnGauges(@Reference AddOns addOns) {
        this.addOns = addOns;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (State state : State.values()) {
            Gauge.builder("curbside.addons", () -> count(state))
                    .description("Installed add-ons")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private long count(State state) {
        return addOns.installed().stream()
                .filter(addOn -> addOn.state() == state)
                .count();
    }
}
