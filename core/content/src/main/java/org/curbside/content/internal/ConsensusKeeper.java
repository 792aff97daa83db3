package org.curbside.content.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.curbside.api.content.Consensus;
import org.curbside.content.internal.consensus.Bridging;
import org.curbside.content.internal.consensus.Bridging.Fit;
import org.curbside.content.internal.consensus.Opinions;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.FitRow;
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

    /** So many questions are weighed at once. */
    private static final int PART = 100;

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
        rated(Map.of(comment, at), 1);
    }

    /**
     * Ratings came or changed.
     *
     * @param comments which were rated, and when
     */
    void rated(Map<Long, Instant> comments, int ratings) {
        weigh(comments, ratings);
        if (isDue()) {
            fitBeside();
        }
    }

    /** Ratings were taken over from elsewhere, which are part of no fit. */
    void takenOver(long comment, Instant at) {
        weigh(Map.of(comment, at), 0);
    }

    private void weigh(Map<Long, Instant> comments, int fresh) {
        synchronized (weighing) {
            weighQuestions(store.weigh(comments, fit(), RatingScore::isMinority, fresh));
        }
    }

    /** What the ratings on questions amount to may have changed. */
    void weighQuestions(Collection<Long> questions) {
        synchronized (weighing) {
            Fit fit = fit();
            store.keep(questions, voices -> QuestionConsensus.of(voices, fit));
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
            List<Long> rated = store.rated();
            for (int from = 0; from < rated.size(); from += PART) {
                weighQuestions(rated.subList(from, Math.min(rated.size(), from + PART)));
            }
        }
        store.finish();
    }

    /** What the ratings of all advice on a question amount to. */
    Consensus consensus(long question) {
        Fit fit = fit();
        return QuestionConsensus.of(store.voices(List.of(question)).getOrDefault(question, List.of()), fit);
    }
}
