package org.curbside.store.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.curbside.api.event.EventListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the outbox, a few times a second, on a thread of its own. {@code curbside_outbox_waiting} says how many events
 * its listeners have not handled yet.
 */
@Component(immediate = true)
public final class Dispatcher implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final long PAUSE_MILLIS = 200;

    private final DataSource database;
    private final EventJson json = new EventJson();
    private final Map<EventListener<?>, Delivery<?>> deliveries = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "curbside-outbox");
        daemon.setDaemon(true);
        return daemon;
    });

    /** Starts to deliver. */
    @Activate
    public Dispatcher(@Reference(target = "(curbside.migrated=outbox)") DataSource database) {
        this.database = database;
        var unused = thread.scheduleWithFixedDelay(this::turn, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("A listener is still busy; what it is handling comes again");
        }
    }

    /** A listener has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(EventListener<?> listener) {
        deliveries.put(listener, new Delivery<>(listener, json));
    }

    /** A listener has gone; what happens meanwhile waits for it. */
    public void removeListener(EventListener<?> listener) {
        deliveries.remove(listener);
    }

    /** Numbers and delivers what there is; of listeners that nothing waits for, nothing is written. */
    void turn() {
        Progress progress;
        try {
            inTransaction(Sequencer::run);
            progress = Progress.read(database);
        } catch (Exception e) {
            LOG.warn("Events wait, because they could not be numbered", e);
            return;
        }
        deliveries.forEach((listener, delivery) -> {
            try {
                if (delivery.isBehind(database, progress)) {
                    inTransaction(delivery::run);
                }
            } catch (Exception e) {
                LOG.warn("Events for {} wait, because it could not handle one", listener.name(), e);
            }
        });
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("curbside.outbox.waiting", this::waiting)
                .description("Events that a listener has not handled yet")
                .register(registry);
    }

    long waiting() {
        try (Connection connection = database.getConnection()) {
            long sum = 0;
            for (Delivery<?> delivery : deliveries.values()) {
                sum += delivery.count(connection);
            }
            return sum;
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox cannot be read", e);
        }
    }

    private void inTransaction(Work work) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.run(connection);
                connection.commit();
            } catch (Exception e) {
                undo(connection);
                throw e;
            }
        }
    }

    private static void undo(Connection connection) throws SQLException {
        connection.rollback();
    }

    private interface Work {
        void run(Connection connection) throws Exception;
    }
}
