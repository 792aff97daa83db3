package org.curbside.content.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.curbside.api.content.Consensus;
import org.curbside.api.content.Rating;
import org.curbside.content.internal.consensus.Agreement;
import org.curbside.content.internal.consensus.Bridging.Fit;
import org.curbside.content.internal.store.ConsensusStore.Voice;
import org.curbside.content.internal.store.Tally;
import org.jspecify.annotations.Nullable;

/** What the ratings of all advice on one question amount to: the best-rated dissent, and how far the raters agree. */
final class QuestionConsensus {

    /** Fewer raters say nothing of how far they agree, and fewer who disagree nothing of what they would rather do. */
    private static final int ENOUGH_RATERS = 11;

    private static final int ENOUGH_AGAINST = 5;
    private static final int ENOUGH_ON_ONE = 3;

    /** The best rated; of those that are rated alike, the one written first. */
    private static final Comparator<Map.Entry<Voice, Tally>> BY_SCORE = Comparator.comparingDouble(
                    (Map.Entry<Voice, Tally> of) -> RatingScore.score(of.getValue()))
            .thenComparing(of -> of.getKey().advice(), Comparator.reverseOrder());

    private final List<Voice> voices;
    private final Fit fit;

    private QuestionConsensus(List<Voice> voices, Fit fit) {
        this.voices = voices;
        this.fit = fit;
    }

    /** Of all advice that was rated. */
    static Consensus of(List<Voice> voices, Fit fit) {
        QuestionConsensus question = new QuestionConsensus(voices, fit);
        return new Consensus(question.dissent(), question.agreement());
    }

    private Consensus.@Nullable Dissent dissent() {
        return voices.stream()
                .map(voice -> Map.entry(voice, voice.tally()))
                .max(BY_SCORE)
                .filter(best -> best.getValue().disagree() >= ENOUGH_AGAINST)
                .flatMap(best -> voices.stream()
                        .filter(voice -> voice.advice() != best.getKey().advice())
                        .map(voice -> Map.entry(voice, byThoseWhoDisagree(best.getKey(), voice)))
                        .filter(other -> other.getValue().total() >= ENOUGH_ON_ONE)
                        .filter(other ->
                                2 * other.getValue().agree() > other.getValue().total())
                        .max(BY_SCORE))
                .map(other -> new Consensus.Dissent(
                        other.getKey().advice(),
                        other.getValue().agree(),
                        other.getValue().total()))
                .orElse(null);
    }

    /** How those who disagree with one piece of advice rate another. */
    private Tally byThoseWhoDisagree(Voice with, Voice other) {
        Tally tally = Tally.NONE;
        for (Map.Entry<Long, Rating> rating : other.ratings().entrySet()) {
            if (with.ratings().get(rating.getKey()) == Rating.DISAGREE
                    && !fit.leavesOut(rating.getKey(), other.author())) {
                tally = tally.with(rating.getValue(), 1);
            }
        }
        return tally;
    }

    private Consensus.@Nullable Agreement agreement() {
        List<int[]> counts = new ArrayList<>();
        voices.stream()
                .map(Voice::tally)
                .filter(tally -> tally.total() > 0)
                .forEach(tally -> counts.add(new int[] {tally.disagree(), tally.partly(), tally.agree()}));
        int raters = counts.size() < 2 ? 0 : raters();
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

    /** How many different members rated, by ratings that count. */
    private int raters() {
        Set<Long> raters = new HashSet<>();
        for (Voice voice : voices) {
            for (long rater : voice.ratings().keySet()) {
                if (rater > 0 && !fit.leavesOut(rater, voice.author())) {
                    raters.add(rater);
                }
            }
        }
        return raters.size();
    }
}
