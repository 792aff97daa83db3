package org.curbside.content.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.curbside.api.content.Consensus;
import org.curbside.content.internal.consensus.Agreement;
import org.curbside.content.internal.consensus.Bridging;
import org.curbside.content.internal.consensus.Bridging.Fit;
import org.curbside.content.internal.consensus.Opinions;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.FitRow;
import org.curbside.content.internal.store.Tally;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the ratings amount to. Each rating weighs its advice anew by the last fit of the raters; when enough have come, all raters are
 * fitted anew, beside everything else, and all advice is weighed by that. Whatever is kept follows from the stored ratings alone: which of
 * them the last fit is made of is kept with them, so that it can be made again.
 */
@Component(service = ConsensusKeeper.class)
public final class ConsensusKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ConsensusKeeper.class);

    /** A fit is due when so many ratings are fresh, and one in so many of those that were fitted. */
    private static final int FRESH = 50;

    private static final int ONE_IN = 20;

    /** Fewer raters say nothing of how far they agree, and fewer who disagree nothing of what they would rather do. */
    private static final int ENOUGH_RATERS = 11;

    private static final int ENOUGH_AGAINST = 5;
    private static final int ENOUGH_ON_ONE = 3;

    private final ConsensusStore store;
    private final Clock clock;
    private final Object weighing = new Object();
    private final AtomicBoolean fitting = new AtomicBoolean();
    private final Executor beside;
    private volatile boolean closing;
    private Fit cached = Fit.NONE;
    private long cachedNumber = -1;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public ConsensusKeeper(@Reference ConsensusStore store) {
        this(store, Clock.systemUTC(), Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, "curbside-consensus");
            daemon.setDaemon(true);
            return daemon;
        }));
    }

    ConsensusKeeper(ConsensusStore store, Clock clock, Executor beside) {
        this.store = store;
        this.clock = clock;
        this.beside = beside;
        fitBeside();
    }

    /** Nobody is interrupted: a database on files closes itself when a thread is interrupted that reads it. */
    @Deactivate
    void close() throws InterruptedException {
        closing = true;
        if (beside instanceof ExecutorService thread) {
            thread.shutdown();
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The raters are still being fitted; that is done again at the next start");
            }
        }
    }

    /** A rating came or changed. */
    void rated(long comment, Instant at) {
        weigh(comment, at, 1);
        if (isDue()) {
            fitBeside();
        }
    }

    /** Ratings were taken over from elsewhere, which are part of no fit. */
    void takenOver(long comment, Instant at) {
        weigh(comment, at, 0);
    }

    private void weigh(long comment, Instant at, int fresh) {
        synchronized (weighing) {
            store.weigh(comment, fit(), RatingScore::isMinority, at, fresh).ifPresent(this::weighQuestion);
        }
    }

    /** What the ratings on a question amount to may have changed. */
    void weighQuestion(long question) {
        synchronized (weighing) {
            store.keep(question, consensus(question));
        }
    }

    private Fit fit() {
        long number = store.state().number();
        if (number != cachedNumber) {
            cached = store.fit();
            cachedNumber = number;
        }
        return cached;
    }

    private boolean isDue() {
        FitRow.State state = store.state();
        return !state.finished() || state.fresh() >= Math.max(FRESH, state.opinions() / ONE_IN);
    }

    private void fitBeside() {
        if (!closing && fitting.compareAndSet(false, true)) {
            beside.execute(this::fitIfDue);
        }
    }

    private void goOn() {
        if (closing) {
            throw new CancellationException("Closing");
        }
    }

    private void fitIfDue() {
        try {
            if (isDue()) {
                fitAll();
            }
        } catch (CancellationException e) {
            LOG.info("Fitting the raters was broken off; that is done again at the next start");
        } catch (RuntimeException e) {
            LOG.warn("The raters could not be fitted; that is tried again at the next rating", e);
        } finally {
            fitting.set(false);
        }
    }

    /** Fits all raters, and weighs all advice by that. */
    void fitAll() {
        boolean anew = !store.state().finished();
        store.begin(this::goOn);
        Map<Long, Long> rings = store.rings();
        Opinions opinions = store.opinions(this::goOn);
        Fit fit = Bridging.fit(opinions, this::goOn);
        synchronized (weighing) {
            store.keep(fit, opinions.size());
        }
        store.weighAll(fit, RatingScore::isMinority, anew ? clock.instant() : null, this::goOn);
        if (anew || !fit.rings().equals(rings)) {
            store.rated().forEach(this::weighQuestion);
        }
        store.finish();
    }

    /** What the ratings of all advice on a question amount to. */
    Consensus consensus(long question) {
        Map<Long, Tally> tallies = new TreeMap<>(store.tallies(question));
        return new Consensus(dissent(question, tallies), agreement(question, tallies));
    }

    private Consensus.@Nullable Dissent dissent(long question, Map<Long, Tally> tallies) {
        return tallies.entrySet().stream()
                .max(Comparator.comparingDouble((Map.Entry<Long, Tally> advice) -> RatingScore.score(advice.getValue()))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .filter(best -> best.getValue().disagree() >= ENOUGH_AGAINST)
                .flatMap(best -> store.byThoseWhoDisagree(question, best.getKey()).entrySet().stream()
                        .filter(other -> other.getValue().total() >= ENOUGH_ON_ONE)
                        .filter(other ->
                                2 * other.getValue().agree() > other.getValue().total())
                        .max(Comparator.comparingDouble(
                                        (Map.Entry<Long, Tally> other) -> RatingScore.score(other.getValue()))
                                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder())))
                .map(other -> new Consensus.Dissent(
                        other.getKey(),
                        other.getValue().agree(),
                        other.getValue().total()))
                .orElse(null);
    }

    private Consensus.@Nullable Agreement agreement(long question, Map<Long, Tally> tallies) {
        List<int[]> counts = new ArrayList<>();
        tallies.values().stream()
                .filter(tally -> tally.total() > 0)
                .forEach(tally -> counts.add(new int[] {tally.disagree(), tally.partly(), tally.agree()}));
        int raters = counts.size() < 2 ? 0 : store.raters(question);
        if (raters < ENOUGH_RATERS) {
            return null;
        }
        Agreement agreement = Agreement.of(counts, raters);
        return Double.isNaN(agreement.ac1())
                ? null
                : new Consensus.Agreement(
                        agreement.ac1(),
                        agreement.low(),
                        agreement.high(),
                        Double.isNaN(agreement.alpha()) ? null : agreement.alpha(),
                        raters);
    }
}
