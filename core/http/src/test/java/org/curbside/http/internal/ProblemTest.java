package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.curbside.api.refusal.Refusal;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void what_is_away_is_not_the_fault_of_whoever_asks() throws Exception {
        Problem away = Problem.of(Refusal.unavailable("poll-type-away", 5, "Try again in a moment."));

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.retryAfter()).isEqualTo(5);
        assertThat(Json.MAPPER.writeValueAsString(away)).doesNotContain("retryAfter", "incident", "field");
    }

    @Test
    void an_incident_is_told_by_the_number_that_the_log_has() {
        Problem failed = new Incidents(() -> 0x2aL << 32).logged(new IllegalStateException("planted"));

        assertThat(failed.incident()).isEqualTo("0000002a");
        assertThat(failed.detail()).contains("0000002a").doesNotContain("planted");
    }

    @Test
    void a_tag_changes_with_whatever_the_reader_sees() {
        assertThat(Single.tag(new Items<>(java.util.List.of(1))))
                .isEqualTo(Single.tag(new Items<>(java.util.List.of(1))))
                .isNotEqualTo(Single.tag(new Items<>(java.util.List.of(2))));
    }
}
