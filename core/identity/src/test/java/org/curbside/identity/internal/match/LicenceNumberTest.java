package org.curbside.identity.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceNumberTest {

    @ParameterizedTest
    @CsvSource({
        "FL, ME99999, FL, ME 99999",
        "FL, ME99999, FL, me0099999",
        "FL, ME99999, FL, 99999",
        "FL, OS 90002, FL, OS90002",
        "NY, 123456-1, NY, 123456",
        "NY, 123456-1, NY, 1234561",
        "NY, 123456, NY, 0123456",
        "OH, 35-123456, OH, 35.123456",
        "OH, 35-123456, OH, 35123456",
        "OH, 35-123456, OH, 123456",
        "OH, 34.004567, OH, 4567",
        "IL, 036-123456, IL, 036123456",
        "IL, 036-123456, IL, 36123456",
        "IL, 036.123456, IL, 123456",
        "TN, MD 99999, TN, 99999",
        "TN, MD 99999, TN, MD0000099999",
        "WI, 12345 - 20, WI, 12345",
        "WI, 12345-020, WI, 12345 - 20",
        "WA, MD.MD.00090001, WA, MD00090001",
        "WA, MD.MD.00090001, WA, 90001",
        "CO, DR.0012345, CO, 12345",
        "TX, T0001, TX, t0001",
        "CT, 1.012345, CT, 12345",
        "DE, C1-0001234, DE, C10001234",
        "PA, MD012345L, PA, MD-012345-L",
        "'', 99999, FL, ME99999"
    })
    void the_same_licence_is_written_in_many_ways(String state, String one, String elsewhere, String other) {
        assertThat(LicenceNumber.of(state, one).isTheSame(LicenceNumber.of(elsewhere, other)))
                .isTrue();
        assertThat(LicenceNumber.of(elsewhere, other).isTheSame(LicenceNumber.of(state, one)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FL, ME99999, FL, ME9999",
        "FL, ME99999, FL, OS99999",
        "FL, ME99999, NY, 99999",
        "TX, T0001, TX, H0001",
        "NY, 123456-1, NY, 123457-1",
        "NY, 12345, NY, 123456",
        "OH, 35-123456, OH, 35-123465",
        "IL, 036-123456, IL, 036-123465",
        "WI, 12345 - 20, WI, 1234520",
        "WA, MD.MD.00090001, WA, OP.OP.00090001",
        "CO, DR.0012345, CO, DEN.0012345",
        "FL, '', FL, ''",
        "FL, --, FL, --"
    })
    void another_licence_is_another(String state, String one, String elsewhere, String other) {
        assertThat(LicenceNumber.of(state, one).isTheSame(LicenceNumber.of(elsewhere, other)))
                .isFalse();
        assertThat(LicenceNumber.of(elsewhere, other).isTheSame(LicenceNumber.of(state, one)))
                .isFalse();
    }

    @Test
    void whatever_is_the_same_is_searched_by_the_same_digits() {
        assertThat(LicenceNumber.of("OH", "35-123456").digits())
                .isEqualTo(LicenceNumber.of("OH", "123456").digits());
        assertThat(LicenceNumber.of("FL", "none").digits()).isEqualTo("NONE");
        assertThat(LicenceNumber.of("FL", "000").digits()).isEqualTo("0");
    }
}
