package org.curbside.spi.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpiTest {

    /** The first is the worked example of the standard; the others are public records. */
    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1003819269", "1013910033"})
    void a_right_check_digit_is_taken(String npi) {
        assertThat(Npi.isValid(npi)).isTrue();
        assertThat(Npi.withCheckDigit(npi.substring(0, 9))).isEqualTo(npi);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1234567890", "1243567893", "123456789", "12345678930", "", "123456789x", "\u0661234567893"})
    void anything_else_is_not(String npi) {
        assertThat(Npi.isValid(npi)).isFalse();
    }

    @Test
    void a_check_digit_of_zero_is_zero_and_not_ten() {
        assertThat(Npi.withCheckDigit("100000002")).hasSize(10).satisfies(npi -> assertThat(Npi.isValid(npi))
                .isTrue());
    }
}
