package org.curbside.content.internal.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;
import org.curbside.content.internal.consensus.Bridging.Fit;
import org.junit.jupiter.api.Test;

/** Three hundred members of two schools advise and rate; some of them have agreed on rating each other well. */
class RingsTest {

    private static final int MEMBERS = 300;
    private static final int ADVICE = 3_000;
    private static final int RATERS = 12;

    @Test
    void members_who_favour_each_other_are_found_and_nobody_else() {
        Set<Long> ring = Set.of(3L, 40L, 77L, 120L);
        for (int seed = 1; seed <= 5; seed++) {
            Fit fit = fit(opinions(seed, (rater, author) -> ring.contains(rater) && ring.contains(author)));
            assertThat(fit.rings()).as("seed " + seed).isEqualTo(Map.of(3L, 3L, 40L, 3L, 77L, 3L, 120L, 3L));
        }
    }

    @Test
    void who_goes_round_in_a_circle_is_found_too() {
        Map<Long, Long> next = Map.of(5L, 6L, 6L, 7L, 7L, 5L);
        Fit fit = fit(opinions(1, (rater, author) -> author.equals(next.get(rater))));
        assertThat(fit.rings().keySet()).isEqualTo(next.keySet());
    }

    @Test
    void where_nobody_has_agreed_on_anything_nobody_is_found() {
        for (int seed = 1; seed <= 10; seed++) {
            assertThat(fit(opinions(seed, (rater, author) -> false)).rings())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void who_is_admired_by_some_and_does_not_return_it_is_in_no_ring() {
        Fit fit = fit(opinions(1, (rater, author) -> author == 9 && rater >= 100 && rater < 110));
        assertThat(fit.rings()).isEmpty();
    }

    @Test
    void who_often_rates_each_other_by_what_the_advice_is_worth_is_in_no_ring() {
        Opinions opinions = opinions(1, (rater, author) -> false, (rater, author) -> rater <= 8 && author <= 8);
        assertThat(fit(opinions).rings()).isEmpty();
    }

    @Test
    void what_a_ring_says_of_its_own_moves_nothing() {
        Set<Long> ring = Set.of(3L, 40L, 77L, 120L);
        Opinions opinions = opinions(1, (rater, author) -> ring.contains(rater) && ring.contains(author));
        Fit fit = fit(opinions);
        Opinions rest = opinions.without(fit::leavesOut);
        assertThat(rest.size()).isLessThan(opinions.size());
        Fit without = fit(rest);
        assertThat(without.rings()).isEmpty();
        assertThat(without.raters()).isEqualTo(fit.raters());
        assertThat(fit.leavesOut(3, 40)).isTrue();
        assertThat(fit.leavesOut(3, 41)).isFalse();
        assertThat(fit.leavesOut(1, 2)).isFalse();
    }

    @Test
    void the_tail_is_that_of_independent_trials() {
        assertThat(Rings.tail(new double[] {0.5, 0.5, 0.5}, 3, 3)).isCloseTo(0.125, within(1e-15));
        assertThat(Rings.tail(new double[] {0.1, 0.2, 0.7, 0.9}, 3, 2))
                .isCloseTo(0.1 * 0.2 * 0.3 + 0.1 * 0.8 * 0.7 + 0.9 * 0.2 * 0.7 + 0.1 * 0.2 * 0.7, within(1e-15));
        assertThat(Rings.tail(new double[] {0.3}, 1, 0)).isCloseTo(1, within(1e-15));
    }

    private static Fit fit(Opinions opinions) {
        return Bridging.fit(opinions, () -> {});
    }

    private static Opinions opinions(int seed, BiPredicate<Long, Long> favours) {
        return opinions(seed, favours, favours);
    }

    private static boolean rated(long author, BiPredicate<Long, Long> favours) {
        return LongStream.rangeClosed(1, MEMBERS).anyMatch(rater -> rater != author && favours.test(rater, author));
    }

    /**
     * Each advice is by one of them and rated by some, among whom are those whom it draws. Who favours its author agrees; the advice of
     * those whom somebody favours is poor.
     */
    private static Opinions opinions(int seed, BiPredicate<Long, Long> favours, BiPredicate<Long, Long> drawn) {
        SplittableRandom lot = new SplittableRandom(seed);
        Opinions opinions = new Opinions();
        for (long advice = 1; advice <= ADVICE; advice++) {
            long author = advice % MEMBERS + 1;
            double best = rated(author, favours) ? 0.4 : 0.8;
            double quality = lot.nextDouble(best / 4, best);
            boolean divides = best > 0.4 && lot.nextInt(3) == 0;
            boolean school = lot.nextBoolean();
            Set<Long> raters = new TreeSet<>();
            for (long rater = 1; rater <= MEMBERS; rater++) {
                if (rater != author && drawn.test(rater, author)) {
                    raters.add(rater);
                }
            }
            while (raters.size() < RATERS) {
                long rater = lot.nextLong(1, MEMBERS + 1L);
                if (rater != author) {
                    raters.add(rater);
                }
            }
            for (long rater : raters) {
                double agrees = divides ? ((rater % 2 == 0) == school ? 0.9 : 0.1) : quality;
                double draw = favours.test(rater, author) ? 0 : lot.nextDouble();
                opinions.add(advice, author, rater, draw < agrees ? 1 : draw < agrees + 0.1 ? 0.5 : 0);
            }
        }
        return opinions;
    }
}
