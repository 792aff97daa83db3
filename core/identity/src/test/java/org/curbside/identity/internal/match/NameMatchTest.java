package org.curbside.identity.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {

    @ParameterizedTest
    @CsvSource({
        "Ada, Sample, ADA, SAMPLE",
        "Ada M., Sample, ADA MARY, SAMPLE",
        "Ada Mary, Sample, ADA, SAMPLE",
        "ADA M, SAMPLE, Ada, Sample",
        "John, Sample Jr., JOHN, SAMPLE",
        "John, Sample Jr., JOHN, SAMPLE JR",
        "John, Sample, JOHN, 'SAMPLE, III'",
        "John Jr, Sample, JOHN, SAMPLE JR",
        "John V, Sample, JOHN VICTOR, SAMPLE",
        "Anh, 'Do, M.D.', ANH, DO",
        "Anh, Do MD PhD, ANH, DO",
        "José, Núñez, JOSE, NUNEZ",
        "Bjørn, Łódź, BJORN, LODZ",
        "Jürgen, Müller, JURGEN, MULLER",
        "Jean-Paul, García-López, JEAN PAUL, GARCIA LOPEZ",
        "Mary Ann, O’Neil, MARYANN, ONEIL",
        "Maria, De la Cruz, MARIA, DELACRUZ",
        "Ada, Sample, '', 'SAMPLE, ADA'",
        "Ada, Sample, '', 'Sample, Ada M'",
        "Ada, Sample Jr, '', 'SAMPLE JR, ADA'",
        "Ada, Sample, '', ADA M SAMPLE",
        "Maria, De la Cruz, '', MARIA DE LA CRUZ",
        "Ada M, Sample, '', ADA SAMPLE JR",
        "李, 王, 李, 王"
    })
    void one_person_is_written_in_many_ways(String given, String family, String knownGiven, String knownFamily) {
        assertThat(NameMatch.fits(given, family, knownGiven, knownFamily)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, Sample, EDA, SAMPLE",
        "Ada, Sample, A, SAMPLE",
        "Ada, Sample, ADAM, SAMPLE",
        "Ada, Sample, '', SAMPLE",
        "Ada, Simple, ADA, SAMPLE",
        "John A, Sample, JOHN B, SAMPLE",
        "John Adam, Sample, JOHN AARON, SAMPLE",
        "John, Sample Jr, JOHN, SAMPLE SR",
        "John, Sample III, JOHN, SAMPLE IV",
        "John, Sample II, JOHN, SAMPLE III",
        "Anh, Doe, ANH, DO",
        "Ada, Garcia, ADA, GARCIA-LOPEZ",
        "Ada, Lopez, ADA, GARCIA-LOPEZ",
        "Sample, Ada, ADA, SAMPLE",
        "Ada, Sample, '', 'SAMPLE, EDA'",
        "Ada M, Sample, '', ADA B SAMPLE",
        "Ada, Sample, '', EDA SAMPLE",
        "王, 李, ADA, SAMPLE"
    })
    void another_person_is_another(String given, String family, String knownGiven, String knownFamily) {
        assertThat(NameMatch.fits(given, family, knownGiven, knownFamily)).isFalse();
    }

    @Test
    void nobody_is_nobody() {
        assertThat(NameMatch.fits("", "", "", "")).isFalse();
        assertThat(NameMatch.search("", "")).isEqualTo(" ");
        assertThat(NameMatch.search("Ada M", "O'Neil Jr")).isEqualTo("ONEIL ADA");
    }
}
