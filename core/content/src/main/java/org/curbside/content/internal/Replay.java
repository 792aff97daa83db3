package org.curbside.content.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.curbside.api.content.ConsensusReplay;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.consensus.Bridging;
import org.curbside.content.internal.consensus.Bridging.Fit;
import org.curbside.content.internal.consensus.Opinions;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.ConsensusStore.Kept;
import org.curbside.content.internal.store.FitRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes everything again that is kept of the ratings, beside those who rate meanwhile. */
@Component
public final class Replay implements ConsensusReplay {

    private static final int MOST_TOLD = 10;
    private static final int PART = 500;

    /** More than that are not being rated at this moment; they differ. */
    private static final int MOST_LOOKED_AT_AGAIN = 1_000;

    /** What was just rated is weighed within a second; what differs is looked at again after so long, and once more. */
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private static final int LOOKS_AGAIN = 2;

    private final ConsensusStore store;
    private final ConsensusKeeper keeper;
    private final Duration aWhile;

    /** Compares what {@code store} keeps. */
    @Activate
    public Replay(@Reference ConsensusStore store, @Reference ConsensusKeeper keeper) {
        this(store, keeper, A_WHILE);
    }

    Replay(ConsensusStore store, ConsensusKeeper keeper, Duration aWhile) {
        this.store = store;
        this.keeper = keeper;
        this.aWhile = aWhile;
    }

    @Override
    public Report replay() {
        FitRow.State state = store.state();
        refuseWhileFitting(state, state);
        Opinions opinions = store.opinions(Replay::goOn);
        Fit fit = Bridging.fit(opinions, Replay::goOn);
        Fit kept = store.fit();
        List<String> differences = new ArrayList<>();
        if (!fit.equals(kept)) {
            differences.add("The fit is another: " + fit.raters().size() + " raters, loss " + fit.loss() + ", not "
                    + kept.raters().size() + " and " + kept.loss() + ".");
        }
        if (!store.standings().equals(store.keptStandings())) {
            differences.add("The standing that is kept of members is not what their ratings amount to.");
        }
        long comments = 0;
        long ratings = 0;
        List<Long> otherComments = new ArrayList<>();
        List<Kept> part = store.kept(0, PART, fit);
        while (!part.isEmpty()) {
            for (Kept one : part) {
                comments++;
                ratings += one.tally().total() + one.tally().leftOut();
                if (otherComments.size() < MOST_LOOKED_AT_AGAIN && !isSame(one)) {
                    otherComments.add(one.advice());
                }
            }
            part = store.kept(part.get(part.size() - 1).advice() + 1, PART, fit);
        }
        List<Long> otherQuestions = new ArrayList<>(store.rated());
        otherQuestions.removeIf(this::isSame);
        for (int look = 0; look < LOOKS_AGAIN && otherComments.size() + otherQuestions.size() > 0; look++) {
            waitAWhile();
            otherComments.removeIf(comment -> isSame(kept(comment, fit)));
            otherQuestions.removeIf(this::isSame);
        }
        refuseWhileFitting(state, store.state());
        otherComments.stream()
                .limit(MOST_TOLD)
                .map(comment -> sentence(kept(comment, fit)))
                .forEach(differences::add);
        otherQuestions.stream()
                .limit(MOST_TOLD)
                .map(question -> "What is kept of question " + question + " is not what its ratings amount to.")
                .forEach(differences::add);
        return new Report(ratings, opinions.size(), fit.raters().size(), comments, differences);
    }

    private static void refuseWhileFitting(FitRow.State before, FitRow.State now) {
        if (!now.finished() || before.number() != now.number()) {
            throw Refusal.conflict(
                    "fit-under-way",
                    "The raters are being fitted at this moment. Ask again when that is done, in a minute.");
        }
    }

    private Kept kept(long comment, Fit fit) {
        return store.kept(comment, 1, fit).get(0);
    }

    private static void goOn() {}

    private static boolean isSame(Kept one) {
        return one.tally().since(null).equals(one.weighed())
                && RatingScore.isMinority(one.tally()) == (one.tally().minority() != null);
    }

    private static String sentence(Kept one) {
        return "Comment " + one.advice() + " is kept as " + one.tally() + " and computed as " + one.weighed() + ".";
    }

    private boolean isSame(long question) {
        return store.consensus(question).equals(keeper.consensus(question));
    }

    private void waitAWhile() {
        try {
            Thread.sleep(aWhile.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while comparing", e);
        }
    }
}
