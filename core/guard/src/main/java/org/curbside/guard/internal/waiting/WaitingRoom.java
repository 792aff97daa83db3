package org.curbside.guard.internal.waiting;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.curbside.guard.internal.House;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While a part of the house is replaced, requests wait here instead of failing. Those that are inside come to their end
 * before the part is taken away, and the others go on when everything that was offered before is offered again.
 *
 * <p>It is a hook and not a listener because hooks are asked before any listener hears of an event, and so before the part's
 * components are taken down. It is a preprocessor and not a filter because a filter's servlet was chosen before it is called.
 */
@Component(immediate = true)
public final class WaitingRoom implements Preprocessor, EventHook {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);
    private static final long MOST_INSIDE_MILLIS = 2_000;
    private static final long MOST_CLOSED_MILLIS = 5_000;
    private static final long LOOK_MILLIS = 10;

    private final BundleContext context;
    private final Offers offers;
    private final Doorway doorway = new Doorway();
    private final ExecutorService doorkeeper = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "curbside-doorkeeper");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> expected = new HashSet<>();
    private boolean closed;
    private int seen;

    /** Open. */
    @Activate
    public WaitingRoom(BundleContext context, @Reference HttpServiceRuntime http) {
        this.context = context;
        this.offers = new Offers(context, http);
    }

    @Deactivate
    void leave() {
        doorkeeper.shutdownNow();
        doorway.open();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            doorway.enter(MOST_CLOSED_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The server is being stopped", e);
        }
        try {
            chain.doFilter(request, response);
        } finally {
            doorway.leave();
        }
    }

    @Override
    public void event(BundleEvent event, Collection<BundleContext> contexts) {
        Bundle part = event.getBundle();
        if (event.getType() == BundleEvent.STOPPING && House.isOwn(part) && !isStopping()) {
            try {
                close(part);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether all of it is being stopped, so that nothing will come back. */
    private boolean isStopping() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() != Bundle.ACTIVE
                || context.getBundle().getState() != Bundle.ACTIVE;
    }

    private void close(Bundle part) throws InterruptedException {
        expect(part);
        if (!doorway.isEmpty(MOST_INSIDE_MILLIS)) {
            LOG.warn("Requests are still inside while {} is stopped; they may fail.", part.getSymbolicName());
        }
    }

    private synchronized void expect(Bundle part) {
        seen = 0;
        if (!closed) {
            expected.addAll(offers.now());
            doorkeeper.execute(this::keep);
            closed = true;
        }
        doorway.close();
        expected.add(Offers.isActive(part));
    }

    private void keep() {
        long since = System.nanoTime();
        try {
            long millis = 0;
            while (!opened(millis >= MOST_CLOSED_MILLIS)) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
            }
            LOG.info("Requests waited up to {} ms while a part was replaced.", millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be told now may be told in a moment. */
    private boolean isComplete() {
        try {
            return offers.now().containsAll(expected);
        } catch (RuntimeException | Error e) {
            LOG.debug("What is offered could not be told", e);
            return false;
        }
    }

    /** Opens when all is there for the second time, since a service is seen a moment before all others know of it. */
    private synchronized boolean opened(boolean anyhow) {
        seen = isComplete() ? seen + 1 : 0;
        if (seen > 1 || anyhow) {
            expected.clear();
            closed = false;
            doorway.open();
        }
        return !closed;
    }
}
