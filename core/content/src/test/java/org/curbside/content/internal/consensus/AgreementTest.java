package org.curbside.content.internal.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    /** An example of three raters, twelve units and five categories; 0 where one did not rate. */
    private static final int[][] RATINGS = {
        {1, 0, 1}, {2, 3, 2}, {3, 3, 3}, {3, 3, 3}, {2, 2, 2}, {2, 3, 4}, {4, 4, 4}, {1, 2, 1}, {2, 2, 2}, {5, 5, 5},
        {0, 1, 1}, {0, 3, 0}
    };

    /** The references are the R packages irrCAC 1.0 (AC1) and irr (alpha). */
    @Test
    void it_finds_the_numbers_of_the_references() {
        Agreement agreement = Agreement.of(counts(RATINGS, 5), 3);
        assertThat(agreement.ac1()).isCloseTo(0.73806, within(1e-5));
        assertThat(agreement.low()).isCloseTo(0.401, within(1e-3));
        assertThat(agreement.high()).isEqualTo(1);
        assertThat(agreement.alpha()).isCloseTo(0.868808901066966, within(1e-12));
    }

    @Test
    void all_alike_is_perfect_and_no_pair_says_nothing() {
        Agreement alike = Agreement.of(List.of(new int[] {12, 0, 0}, new int[] {0, 0, 12}), 12);
        assertThat(alike.ac1()).isEqualTo(1);
        assertThat(alike.alpha()).isEqualTo(1);
        assertThat(alike.low()).isEqualTo(1);
        assertThat(Agreement.of(List.of(), 0).ac1()).isNaN();
        assertThat(Agreement.of(List.of(new int[] {1, 0, 0}, new int[] {0, 1, 0}), 2)
                        .ac1())
                .isNaN();
    }

    /** Quantiles as in any table of Student's distribution. */
    @ParameterizedTest
    @CsvSource({"1, 12.706205", "2, 4.302653", "3, 3.182446", "4, 2.776445", "11, 2.200985", "100, 1.983972"})
    void few_units_make_the_interval_wide(int freedom, double quantile) {
        assertThat(Agreement.student(freedom)).isCloseTo(quantile, within(1e-6));
    }

    private static List<int[]> counts(int[][] ratings, int categories) {
        return Arrays.stream(ratings)
                .map(unit -> {
                    int[] counts = new int[categories];
                    for (int rating : unit) {
                        if (rating > 0) {
                            counts[rating - 1]++;
                        }
                    }
                    return counts;
                })
                .toList();
    }
}
