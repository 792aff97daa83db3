package org.curbside.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarsC2Test {

    /** Days 8 to 21 of the reference series, whose limits were computed with R's surveillance. */
    private static final List<Long> SERIES = List.of(5L, 6L, 30L, 7L, 5L, 6L, 4L, 5L, 3L, 12L, 18L, 5L, 4L, 6L);

    @ParameterizedTest
    @CsvSource({
        "17, 37.7684971428913",
        "18, 37.7684971428913",
        "19, 38.0426519844131",
        "20, 15.0973975831583",
        "21, 24.3895186181097"
    })
    void agrees_with_the_reference(int day, double limit) {
        assertThat(EarsC2.threshold(SERIES.subList(0, day - 7), 0).orElseThrow())
                .isCloseTo(limit, within(1e-9));
    }

    @Test
    void needs_seven_weeks_before_the_two_that_it_leaves_out() {
        assertThat(EarsC2.threshold(SERIES.subList(0, 9))).isEmpty();
        assertThat(EarsC2.threshold(SERIES.subList(0, 10))).isPresent();
    }

    @Test
    void a_silent_topic_is_no_alarm_at_its_first_post() {
        List<Long> silent = List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(EarsC2.threshold(silent).orElseThrow()).isGreaterThan(1);
    }
}
