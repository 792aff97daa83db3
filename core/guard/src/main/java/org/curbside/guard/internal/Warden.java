package org.curbside.guard.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.curbside.api.guard.AuditEntry;
import org.curbside.api.guard.AuditEntry.Act;
import org.curbside.guard.internal.audit.AuditTrail;
import org.curbside.guard.internal.audit.Subject;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts add-ons into quarantine and lets them out. One that does not come to an end with starting is interrupted and held, so
 * that it keeps the platform from starting neither now nor the next time.
 */
@Component(service = Warden.class, immediate = true)
public final class Warden implements SynchronousBundleListener {

    private static final Logger LOG = LoggerFactory.getLogger("org.curbside.addon");
    private static final long LOOK_MILLIS = 500;
    private static final long START_SECONDS = 20;

    private final BundleContext context;
    private final Quarantine quarantine;
    private final AuditTrail audit;
    private final long startNanos;
    private final Map<Bundle, Start> starting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "curbside-warden");
        thread.setDaemon(true);
        return thread;
    });
    private final Future<?> looking;
    private volatile Consumer<Bundle> after = bundle -> {};

    /** Watches add-ons start. */
    @Activate
    public Warden(BundleContext context, @Reference Quarantine quarantine, @Reference AuditTrail audit) {
        this(context, quarantine, audit, TimeUnit.SECONDS.toNanos(START_SECONDS));
    }

    Warden(BundleContext context, Quarantine quarantine, AuditTrail audit, long startNanos) {
        this.context = context;
        this.quarantine = quarantine;
        this.audit = audit;
        this.startNanos = startNanos;
        context.addBundleListener(this);
        looking = rounds.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() {
        looking.cancel(true);
        rounds.shutdownNow();
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (event.getType() == BundleEvent.STARTING && House.isAddOn(bundle)) {
            starting.put(bundle, new Start(Thread.currentThread(), System.nanoTime()));
        } else if (event.getType() != BundleEvent.LAZY_ACTIVATION) {
            starting.remove(bundle);
        }
    }

    /** What goes wrong once, such as for lack of memory, must not end the rounds. */
    private void look() {
        try {
            holdWhoeverIsLate();
        } catch (RuntimeException | Error e) {
            LOG.warn("Starting add-ons were not looked after for a moment", e);
        }
    }

    private void holdWhoeverIsLate() {
        long now = System.nanoTime();
        starting.forEach((bundle, start) -> {
            if (now - start.nanos > startNanos) {
                hold(bundle, "It was not started after " + TimeUnit.NANOSECONDS.toSeconds(startNanos) + " seconds.");
                start.thread.interrupt();
            }
        });
    }

    /** What to do for whoever was put into quarantine and has stopped. */
    void afterHold(Consumer<Bundle> then) {
        after = then;
    }

    /** Stops a bundle for good without being told to. */
    public void hold(Bundle bundle, String reason) {
        hold(bundle, reason, AuditEntry.ITSELF);
    }

    /** Stops a bundle for good; in a thread of its own, since stopping may hang as well. */
    void hold(Bundle bundle, String reason, String who) {
        if (!quarantine.hold(bundle.getSymbolicName(), bundle.getVersion(), reason)) {
            return;
        }
        LOG.error(
                "Add-on {} {} is in quarantine: {} curbside:release lets it out.",
                bundle.getSymbolicName(),
                bundle.getVersion(),
                reason);
        Thread stopping = new Thread(() -> stop(bundle), "stopping " + bundle.getSymbolicName());
        stopping.setDaemon(true);
        stopping.start();
        audit.add(who, Act.QUARANTINE, Subject.of(bundle), true, Optional.of(reason));
    }

    /** Whether the version that is installed by now is held. */
    boolean isHeld(Bundle bundle) {
        return bundle.getSymbolicName() != null
                && quarantine
                        .reason(bundle.getSymbolicName(), bundle.getVersion())
                        .isPresent();
    }

    /** Lets a bundle out and starts it. */
    public void release(Bundle bundle) throws BundleException {
        quarantine.release(bundle.getSymbolicName(), bundle.getVersion());
        bundle.start();
    }

    /** Unless another version has come in its place meanwhile. */
    private void stop(Bundle bundle) {
        try {
            if (isHeld(bundle)) {
                bundle.stop();
                after.accept(bundle);
            }
        } catch (BundleException e) {
            LOG.warn("Add-on {} does not stop: {}", bundle.getSymbolicName(), e.getMessage());
        }
    }

    private record Start(Thread thread, long nanos) {}
}
