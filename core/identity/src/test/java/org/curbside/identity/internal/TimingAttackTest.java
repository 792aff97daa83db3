package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody sees when credentials are signed and when accounts are opened, and takes the first for the first, the second for
 * the second. The figures are the share of accounts that they link rightly, in hundredths, for so many signatures a day.
 * They are for one key: whoever has the keys' names as well attacks each specialty by itself.
 */
class TimingAttackTest {

    private static final int DAYS = 30;
    private static final int ROUNDS = 20;
    private static final double MINUTE = 1.0 / (24 * 60);

    @ParameterizedTest
    @CsvSource({"5, 99", "20, 97", "100, 87", "500, 55"})
    void whoever_goes_on_within_minutes_is_linked(int aDay, double expected) {
        assertThat(linked(aDay, (random, signed) -> signed - 2 * MINUTE * Math.log(1 - random.nextDouble())))
                .isCloseTo(expected, within(1.5));
    }

    @ParameterizedTest
    @CsvSource({"5, 28", "20, 6", "100, 1", "500, 0.2"})
    void within_a_day_by_lot_few_are(int aDay, double expected) {
        assertThat(linked(aDay, (random, signed) -> signed + random.nextDouble()))
                .isCloseTo(expected, within(1.5));
    }

    /** What the page does unless the operator says otherwise. */
    @ParameterizedTest
    @CsvSource({"5, 10.5", "20, 2.3", "100, 0.5", "500, 0.1"})
    void within_three_days_by_lot_hardly_any_is(int aDay, double most) {
        assertThat(linked(aDay, (random, signed) -> signed + 3 * random.nextDouble()))
                .isLessThanOrEqualTo(most);
    }

    /** Of those who join together one is right by luck. */
    @ParameterizedTest
    @CsvSource({"5, 20", "20, 5", "100, 1", "500, 0.2"})
    void all_at_the_end_of_the_day_is_like_a_day_by_lot(int aDay, double expected) {
        assertThat(linked(aDay, (random, signed) -> Math.ceil(signed) + MINUTE * random.nextDouble()))
                .isCloseTo(expected, within(1.5));
    }

    private static double linked(int aDay, ToDoubleBiFunction<SplittableRandom, Double> redeemed) {
        return IntStream.range(0, ROUNDS)
                .mapToDouble(round -> linked(new SplittableRandom(round), aDay * DAYS, redeemed))
                .average()
                .orElseThrow();
    }

    private static double linked(
            SplittableRandom random, int physicians, ToDoubleBiFunction<SplittableRandom, Double> redeemed) {
        double[] signed = random.doubles(physicians, 0, DAYS).sorted().toArray();
        double[] joined = new double[physicians];
        for (int n = 0; n < physicians; n++) {
            joined[n] = redeemed.applyAsDouble(random, signed[n]);
        }
        List<Integer> order = IntStream.range(0, physicians)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> joined[n]))
                .toList();
        long right = IntStream.range(0, physicians)
                .filter(place -> order.get(place) == place)
                .count();
        return 100.0 * right / physicians;
    }
}
