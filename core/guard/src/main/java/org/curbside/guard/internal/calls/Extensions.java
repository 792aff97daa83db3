package org.curbside.guard.internal.calls;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.curbside.api.guard.AddOn.Calls;
import org.curbside.guard.internal.House;
import org.curbside.guard.internal.Warden;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a {@link Stand} before the service of every add-on. A stand outlives its add-on for as long as callers wait for the
 * next one, so that slices notice nothing of an update.
 */
@Component(service = Extensions.class, immediate = true)
public final class Extensions {

    private static final Logger LOG = LoggerFactory.getLogger(Extensions.class);
    private static final long LOOK_MILLIS = 250;

    /** Longer than the threads live that the platform itself may start inside an add-on's call. */
    private static final Duration END_OF_THREADS = Duration.ofSeconds(10);

    private final BundleContext context;
    private final Function<Point, Duration> deadlines;
    private final Duration activation;
    private final BiConsumer<Bundle, String> hold;
    private final Overdue overdue = new Overdue();
    private final AddOnThreads threads;
    private final Map<Place, Occupants> places = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later;
    private final Future<?> looking;
    private final ServiceTracker<Object, Arrival> tracker;

    /** Looks for add-ons until it is deactivated. */
    @Activate
    public Extensions(BundleContext context, @Reference Warden warden) throws InvalidSyntaxException {
        this(context, Point::deadline, Arrival.ACTIVATION, warden::hold);
    }

    Extensions(
            BundleContext context,
            Function<Point, Duration> deadlines,
            Duration activation,
            BiConsumer<Bundle, String> hold)
            throws InvalidSyntaxException {
        this.context = context;
        this.deadlines = deadlines;
        this.activation = activation;
        this.hold = hold;
        threads = new AddOnThreads(END_OF_THREADS, hold);
        context.addBundleListener(threads);
        later = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "curbside-guard");
            thread.setDaemon(true);
            return thread;
        });
        looking = later.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        String unguarded = "(&(" + Constants.OBJECTCLASS + "=org.curbside.spi.*)(!(" + Place.GUARDED + "=true)))";
        tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter(unguarded), new Customs());
        tracker.open();
    }

    /** What goes wrong once, such as for lack of memory, must not end the rounds. */
    private void look() {
        try {
            overdue.look();
            threads.look();
            tracker.getTracked().values().forEach(Arrival::look);
        } catch (RuntimeException | Error e) {
            LOG.warn("Add-ons were not looked after for a moment", e);
        }
    }

    /** Sees all add-ons off. */
    @Deactivate
    public void close() {
        tracker.close();
        context.removeBundleListener(threads);
        looking.cancel(true);
        later.shutdownNow();
        places.values().forEach(Occupants::unregister);
    }

    /** How calls of a bundle's services went. */
    public Calls calls(Bundle bundle) {
        return arrivals(bundle).map(Arrival::calls).reduce(Calls.NONE, Calls::plus);
    }

    /** Why a bundle's services are not called at the moment, in a sentence; empty while they are. */
    public Optional<String> failing(Bundle bundle) {
        return arrivals(bundle).flatMap(arrival -> arrival.failing().stream()).findFirst();
    }

    /** Which threads a bundle has left running when it stopped, in a sentence; empty if none. */
    public Optional<String> left(Bundle bundle) {
        return threads.left(bundle);
    }

    private Stream<Arrival> arrivals(Bundle bundle) {
        return tracker.getTracked().values().stream().filter(arrival -> arrival.isOf(bundle));
    }

    private Occupants at(Place place) {
        return places.computeIfAbsent(place, first -> new Occupants(context));
    }

    /** Returns when the last call has ended, so that no bundle is stopped under a call. */
    private void seeOff(Arrival arrival) {
        arrival.leave().ifPresent(implementation -> {
            Occupants others = at(arrival.place());
            others.remove(implementation);
            implementation.close();
            CompletableFuture.delayedExecutor(Stand.PATIENCE.toMillis(), TimeUnit.MILLISECONDS, later)
                    .execute(others::leaveIfEmpty);
        });
        arrival.release();
    }

    private final class Customs implements ServiceTrackerCustomizer<Object, Arrival> {

        @Override
        public @Nullable Arrival addingService(ServiceReference<Object> reference) {
            Place place = Place.of(reference).orElse(null);
            if (place == null || House.isOwn(reference.getBundle())) {
                return null;
            }
            Arrival arrival = new Arrival(
                    context,
                    place,
                    reference,
                    deadlines.apply(place.point()),
                    activation,
                    overdue,
                    threads.groupOf(reference.getBundle()),
                    hold);
            arrival.fetch(implementation -> at(place).add(reference, implementation));
            return arrival;
        }

        @Override
        public void modifiedService(ServiceReference<Object> reference, Arrival arrival) {
            // an id is for good, and a name is read when the add-on comes
        }

        @Override
        public void removedService(ServiceReference<Object> reference, Arrival arrival) {
            seeOff(arrival);
        }
    }
}
