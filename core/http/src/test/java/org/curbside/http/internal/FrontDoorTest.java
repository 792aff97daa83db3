package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontDoorTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8181, localhost:8181, false",
        "https://curbside.example, curbside.example, false",
        ", localhost:8181, false",
        "http://evil.example, localhost:8181, true",
        "http://localhost:9999, localhost:8181, true",
        "null, localhost:8181, true",
        "::not a uri::, localhost:8181, true"
    })
    void a_page_of_another_site_is_told_from_ours_and_from_a_program(String origin, String host, boolean elsewhere) {
        assertThat(FrontDoor.isFromElsewhere(origin, host)).isEqualTo(elsewhere);
    }
}
