package org.curbside.spi.verification.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "O'Brien, OBRIEN, true",
        "Castillo-Reyes, CASTILLO REYES, true",
        "Müller, MULLER, true",
        "Müller, MUELLER, false",
        "Nowak, Nowakowski, false",
        "'', '', false",
        "'-', '.', false",
        "'', Nowak, false"
    })
    void a_name_is_the_same_however_it_is_typed(String one, String other, boolean same) {
        assertThat(Spelling.isSameName(one, other)).isEqualTo(same);
        assertThat(Spelling.isSameName(other, one)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Maria, ADA, true",
        "Ada, ADA M., true",
        "Ada Maria, ADA MAY, true",
        "Mary Ann, MARYANN, true",
        "J Robert, J WILLIAM, false",
        "J, JOHN, false",
        "Ada, ADAM, false",
        "'', Ada, false",
        "' ', ' ', false"
    })
    void a_given_name_may_go_on(String one, String other, boolean same) {
        assertThat(Spelling.isSameGivenName(one, other)).isEqualTo(same);
        assertThat(Spelling.isSameGivenName(other, one)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "ME 12-345, me12345, true",
        "036-123456, 36123456, false",
        "12345, ME12345, false",
        "'', '', false",
        "'-', '-', false"
    })
    void a_number_is_its_digits_and_letters(String one, String other, boolean same) {
        assertThat(Spelling.isSameNumber(one, other)).isEqualTo(same);
    }
}
