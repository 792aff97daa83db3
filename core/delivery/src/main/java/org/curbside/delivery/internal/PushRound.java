package org.curbside.delivery.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.curbside.api.delivery.Doorbell;
import org.curbside.api.delivery.Hours;
import org.curbside.api.membership.Member;
import org.curbside.api.slice.Slices;
import org.curbside.delivery.internal.store.BrowserRow;
import org.curbside.delivery.internal.store.DeliveryStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has browsers told that something came, at most once an hour, and not while a page is open or the member is to be left alone. What is not
 * told then is not told later: it is in the inbox.
 */
@Component
public final class PushRound implements Doorbell {

    private static final Logger LOG = LoggerFactory.getLogger(PushRound.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_RINGS = 1_000;
    private static final int PART = 500;
    private static final int AT_ONCE = 50;
    private static final int MOST_FAILURES = 8;

    private final DeliveryStore store;
    private final Keyring keyring;
    private final PushService service;
    private final Community community;
    private final Tally tally;
    private final Clock clock;
    private final Executor thread;
    private final Runnable close;

    /** As the platform runs it, on a thread of its own. */
    @Activate
    public PushRound(
            BundleContext context,
            @Reference DeliveryStore store,
            @Reference Keyring keyring,
            @Reference PushKeys keys,
            @Reference PostOffice office,
            @Reference Tally tally) {
        this(
                store,
                keyring,
                new PushService(keys, office.contact(), Endpoint::isPublic, PATIENCE, Clock.systemUTC()),
                tally,
                new Slices(context),
                Clock.systemUTC());
    }

    private PushRound(
            DeliveryStore store, Keyring keyring, PushService service, Tally tally, Slices slices, Clock clock) {
        this(
                store,
                keyring,
                service,
                tally,
                slices,
                clock,
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MOST_RINGS),
                        task -> {
                            Thread daemon = new Thread(task, "curbside-doorbell");
                            daemon.setDaemon(true);
                            return daemon;
                        },
                        new ThreadPoolExecutor.DiscardPolicy()));
    }

    private PushRound(
            DeliveryStore store,
            Keyring keyring,
            PushService service,
            Tally tally,
            Slices slices,
            Clock clock,
            ThreadPoolExecutor thread) {
        this(store, keyring, service, tally, Community.of(slices), clock, thread, () -> {
            thread.shutdown();
            service.close();
            slices.close();
        });
    }

    PushRound(
            DeliveryStore store,
            Keyring keyring,
            PushService service,
            Tally tally,
            Community community,
            Clock clock,
            Executor thread,
            Runnable close) {
        this.store = store;
        this.keyring = keyring;
        this.service = service;
        this.tally = tally;
        this.community = community;
        this.clock = clock;
        this.thread = thread;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public void ring(Collection<Long> members) {
        List<Long> told = List.copyOf(members);
        if (!told.isEmpty()) {
            thread.execute(() -> push(told));
        }
    }

    private void push(List<Long> members) {
        try {
            for (int from = 0; from < members.size(); from += PART) {
                pushPart(members.subList(from, Math.min(members.size(), from + PART)));
            }
        } catch (RuntimeException e) {
            LOG.warn("Some browsers are not told: {}", e.getClass().getSimpleName());
        }
    }

    private void pushPart(List<Long> members) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, Long> veiled =
                members.stream().distinct().collect(Collectors.toMap(keyring::veil, Function.identity()));
        List<String> reachable = store.reachable(veiled.keySet(), now);
        Map<String, Hours> hours = store.hours(reachable);
        List<BrowserRow> browsers = reachable.stream()
                .filter(one -> Schedule.quietUntil(hours.getOrDefault(one, Hours.USUAL), now)
                        .isEmpty())
                .filter(one -> wantsToKnow(veiled.getOrDefault(one, 0L)))
                .flatMap(one -> store.claimBrowsers(one, now, hoursAfter(now, 1)).stream())
                .toList();
        for (int from = 0; from < browsers.size(); from += AT_ONCE) {
            tell(browsers.subList(from, Math.min(browsers.size(), from + AT_ONCE)), now);
        }
    }

    private boolean wantsToKnow(long member) {
        return !community.isHere(member)
                && community.find(member).filter(Member.class::isInstance).isPresent();
    }

    /** Those of one part together, so that a service that is slow holds up nobody for long. */
    private void tell(List<BrowserRow> browsers, Instant now) {
        List<CompletableFuture<PushService.Answer>> answers = new ArrayList<>();
        for (BrowserRow browser : browsers) {
            answers.add(keyring.open(browser.endpoint(), browser.id())
                    .map(URI::create)
                    .map(service::push)
                    .orElse(CompletableFuture.completedFuture(PushService.Answer.NONE)));
        }
        for (int i = 0; i < browsers.size(); i++) {
            answered(browsers.get(i), answers.get(i).join(), now);
        }
    }

    private void answered(BrowserRow browser, PushService.Answer answer, Instant now) {
        tally.count(answer.taken() ? Tally.Kind.PUSHED : Tally.Kind.NOT_PUSHED);
        if (answer.taken()) {
            store.tried(browser.id(), false, Optional.empty());
        } else if (answer.gone() || browser.attempts() >= MOST_FAILURES) {
            store.forgetBrowser(browser.member(), browser.id());
        } else {
            long asked = answer.rest() / 3_600;
            store.tried(browser.id(), true, Optional.of(hoursAfter(now, Math.max(asked, 1L << browser.attempts()))));
        }
    }

    /** At least so many hours from now, and no finer than an hour: a time to the second could be found again in the inbox's. */
    private static Instant hoursAfter(Instant now, long hours) {
        return now.truncatedTo(ChronoUnit.HOURS).plus(hours + 1, ChronoUnit.HOURS);
    }

    /** The endpoint that somebody typed, if pushes may go there. */
    static Optional<URI> read(String typed) {
        return Endpoint.read(typed).filter(Endpoint::isPublic);
    }
}
