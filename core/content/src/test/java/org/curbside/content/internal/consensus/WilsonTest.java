package org.curbside.content.internal.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    @ParameterizedTest
    @CsvSource({
        "0, 5, 0.000000000, 0.434482465",
        "10, 20, 0.299298008, 0.700701992",
        "50, 100, 0.403831530, 0.596168470",
        "100, 100, 0.963006502, 1.000000000",
        "1000, 1000, 0.996173242, 1.000000000"
    })
    void agrees_with_the_reference(double successes, long n, double low, double high) {
        Wilson interval = Wilson.of(successes, n);
        assertThat(interval.low()).isCloseTo(low, within(1e-6));
        assertThat(interval.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void nothing_rated_may_be_anything() {
        assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(0, 1));
    }
}
