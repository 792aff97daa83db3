package org.curbside.proof.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameInAddressTest {

    @ParameterizedTest
    @CsvSource({
        "jane.doe, Jane, Doe",
        "jane.doe2, Jane, Doe",
        "Jane_Doe, JANE, DOE",
        "janedoe, Jane, Doe",
        "doe.jane, Jane, Doe",
        "jdoe, Jane, Doe",
        "j.m.doe, Jane, Doe",
        "jane.m.doe, Jane Mary, Doe",
        "doej, Jane, Doe",
        "doejm, Jane, Doe",
        "jane.doe+curbside, Jane, Doe",
        "anne.reyes, Anne-Marie, Castillo-Reyes",
        "a.castillo, Anne-Marie, Castillo-Reyes",
        "acastilloreyes, Anne-Marie, Castillo-Reyes",
        "sean.obrien, Seán, O'Brien",
        "juergen.mueller, Jürgen, Müller",
        "jurgen.muller, Jürgen, Müller",
        "j.weiss, Jana, Weiß",
        "soeren.soerensen, Søren, Sørensen",
        "soren.sorensen, Søren, Sørensen",
        "l.lukasz, Łucja, Łukasz",
        "m.vandenberg, Mia, van den Berg",
        "mberg, Mia, van den Berg",
        "w.li, Wei, Li"
    })
    void institutions_make_addresses_of_names(String local, String given, String family) {
        assertThat(NameInAddress.fits(local, given, family)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "info, Jane, Doe",
        "doe, Jane, Doe",
        "jane, Jane, Doe",
        "john.doe, Jane, Doe",
        "kdoe, Jane, Doe",
        "jane.doering, Jane, Doe",
        "jane.roe, Jane, Doe",
        "janexydoe, Jane, Doe",
        "medical.records, Jane, Doe",
        "12345, Jane, Doe",
        "jden, Jane, van den Li",
        "j, Jane, X",
        "jane.doe, '', Doe",
        "jane.doe, Jane, ''",
        "doe, '', ''",
        "x+jane.doe, Jane, Doe"
    })
    void of_others_they_show_nothing(String local, String given, String family) {
        assertThat(NameInAddress.fits(local, given, family)).isFalse();
    }

    @Test
    void a_name_in_letters_of_another_kind_shows_nothing() {
        assertThat(NameInAddress.fits("a", "Анна", "Иванова")).isFalse();
        assertThat(NameInAddress.fits("", "Анна", "Иванова")).isFalse();
    }
}
