package org.curbside.safety.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoByTwoTest {

    @ParameterizedTest
    @CsvSource({
        "41, 14, 754, 591958, 585.99450205, 494.328141461, 694.659129496, 22739.5022564",
        "3, 97, 50, 99850, 59.94, 19.0092691855, 189.002720985, 164.115330229",
        "10, 90, 100, 9800, 9.9, 5.32840973008, 18.393855759, 73.5454554739",
        "1, 9, 10, 980, 9.9, 1.39593006033, 70.2112539769, 7.35454554739"
    })
    void agrees_with_the_reference(long a, long b, long c, long d, double prr, double low, double high, double chi2) {
        TwoByTwo table = new TwoByTwo(a, b, c, d);
        assertThat(table.prr().orElseThrow()).isCloseTo(prr, within(prr * 1e-9));
        assertThat(table.low().orElseThrow()).isCloseTo(low, within(low * 1e-9));
        assertThat(table.high().orElseThrow()).isCloseTo(high, within(high * 1e-9));
        assertThat(table.chiSquare()).isCloseTo(chi2, within(chi2 * 1e-9));
    }

    @Test
    void what_cannot_be_divided_is_not_a_number_but_nothing() {
        assertThat(new TwoByTwo(3, 0, 0, 0).prr()).isEmpty();
        assertThat(new TwoByTwo(0, 3, 2, 5).low()).isEmpty();
        assertThat(new TwoByTwo(0, 0, 0, 0).chiSquare()).isZero();
    }

    @Test
    void two_reports_are_no_signal_however_rare_the_reaction() {
        assertThat(new TwoByTwo(2, 1, 1, 1000).signal()).isFalse();
        assertThat(new TwoByTwo(3, 1, 1, 1000).signal()).isTrue();
    }

    @Test
    void a_reaction_of_one_product_only_is_the_strongest_signal_of_all() {
        assertThat(new TwoByTwo(5, 2, 0, 90).only()).isTrue();
        assertThat(new TwoByTwo(5, 2, 0, 90).signal()).isTrue();
        assertThat(new TwoByTwo(5, 2, 0, 90).prr()).isEmpty();
        assertThat(new TwoByTwo(2, 0, 0, 90).signal()).isFalse();
        assertThat(new TwoByTwo(5, 2, 0, 0).signal()).isFalse();
    }
}
