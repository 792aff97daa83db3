package org.curbside.content.internal.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.curbside.content.internal.consensus.Bridging.Fit;
import org.curbside.content.internal.consensus.Bridging.ItemFit;
import org.junit.jupiter.api.Test;

/**
 * The reference is 60 raters in two camps and 24 items: some that both camps like, some that one does, some that none does. Its numbers are
 * another implementation's (numpy), of the published loss, the same from five beginnings.
 */
class BridgingTest {

    private static final long NOBODY = -1;

    @Test
    void it_finds_the_numbers_of_the_reference() throws IOException {
        List<double[]> ratings = ratings();
        Fit fit = Bridging.fit(Matrix.of(opinions(ratings), 1, 1), BridgingTest::goOn);
        assertThat(fit.mean()).isCloseTo(0.1606735306, within(1e-6));
        for (String[] row : lines("bridge-items.csv")) {
            Taste item = item(fit, ratings, Integer.parseInt(row[0])).taste();
            assertThat(item.intercept()).as(row[0]).isCloseTo(Double.parseDouble(row[2]), within(1e-5));
            assertThat(item.factor()).as(row[0]).isCloseTo(Double.parseDouble(row[3]), within(1e-5));
        }
    }

    @Test
    void its_loss_is_that_of_the_reference() throws IOException {
        assertThat(Bridging.fit(Matrix.of(opinions(ratings()), 1, 1), BridgingTest::goOn)
                        .loss())
                .isCloseTo(0.099440025233, within(1e-10));
    }

    @Test
    void what_both_camps_like_is_told_from_what_one_likes_though_the_camps_are_not_known() throws IOException {
        List<double[]> ratings = ratings();
        Fit fit = Bridging.fit(opinions(ratings), BridgingTest::goOn);
        Map<String, List<Double>> intercepts = new HashMap<>();
        for (String[] row : lines("bridge-items.csv")) {
            intercepts
                    .computeIfAbsent(row[1], kind -> new ArrayList<>())
                    .add(item(fit, ratings, Integer.parseInt(row[0])).taste().intercept());
        }
        assertThat(intercepts.get("bridge")).allMatch(intercept -> intercept >= 0.40);
        assertThat(intercepts.get("campA")).allMatch(intercept -> intercept < 0.40);
        assertThat(intercepts.get("campB")).allMatch(intercept -> intercept < 0.40);
        assertThat(intercepts.get("poor")).allMatch(intercept -> intercept < -0.05);
    }

    @Test
    void the_same_opinions_are_the_same_numbers_to_the_last_bit_whatever_came_in_between() throws IOException {
        List<double[]> ratings = ratings();
        Fit first = Bridging.fit(opinions(ratings), BridgingTest::goOn);
        List<double[]> more = new ArrayList<>(ratings);
        SplittableRandom lot = new SplittableRandom(7);
        for (int rater = 900; rater < 930; rater++) {
            for (int item = 900; item < 904; item++) {
                more.add(new double[] {rater, item, lot.nextInt(3) / 2.0});
            }
        }
        assertThat(Bridging.fit(opinions(more), BridgingTest::goOn))
                .as("of raters who rated too little nothing is taken")
                .isEqualTo(first);
    }

    @Test
    void too_few_opinions_say_nothing() {
        assertThat(Bridging.fit(new Opinions(), BridgingTest::goOn)).isEqualTo(Fit.NONE);
        ItemFit item = Fit.NONE.item();
        item.add(1, 1);
        assertThat(item.count()).isZero();
        assertThat(item.taste()).isEqualTo(new Taste(0, 0));
    }

    @Test
    void a_rater_who_does_not_count_changes_nothing() throws IOException {
        List<double[]> ratings = ratings();
        Fit fit = Bridging.fit(opinions(ratings), BridgingTest::goOn);
        ItemFit without = item(fit, ratings, 3);
        ItemFit with = item(fit, ratings, 3);
        with.add(12_345, 0);
        assertThat(with.taste()).isEqualTo(without.taste());
        assertThat(with.count()).isEqualTo(without.count()).isGreaterThan(20);
    }

    @Test
    void a_fit_can_be_broken_off() throws IOException {
        Opinions opinions = opinions(ratings());
        assertThatThrownBy(() -> Bridging.fit(opinions, () -> {
                    throw new CancellationException("Enough");
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void opinions_out_of_order_are_refused() {
        Opinions opinions = new Opinions();
        opinions.add(1, 9, 2, 1);
        assertThatThrownBy(() -> opinions.add(1, 9, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> opinions.add(0, 9, 3, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void goOn() {}

    private static ItemFit item(Fit fit, List<double[]> ratings, int item) {
        ItemFit one = fit.item();
        for (double[] rating : ratings) {
            if (rating[1] == item) {
                one.add((long) rating[0], rating[2]);
            }
        }
        return one;
    }

    private static Opinions opinions(List<double[]> ratings) {
        Opinions opinions = new Opinions();
        ratings.stream()
                .sorted(Comparator.comparingDouble((double[] rating) -> rating[1])
                        .thenComparingDouble(rating -> rating[0]))
                .forEach(rating -> opinions.add((long) rating[1], NOBODY, (long) rating[0], rating[2]));
        return opinions;
    }

    /** Rater, item, opinion. */
    private static List<double[]> ratings() throws IOException {
        return lines("bridge-ratings.csv").stream()
                .map(row ->
                        new double[] {Double.parseDouble(row[0]), Double.parseDouble(row[1]), Double.parseDouble(row[2])
                        })
                .toList();
    }

    private static List<String[]> lines(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(BridgingTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
