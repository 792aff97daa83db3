package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.curbside.api.refusal.Finding;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.screening.Concern.Severity;
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
    void what_could_identify_a_patient_is_told_in_full() throws Exception {
        Finding name = new Finding("title", 0, 4, "Mary", "name", Severity.CONFIRM, "This may be a name.");
        Finding phone = new Finding("text", 5, 13, "555-0134", "phone", Severity.BLOCK, "Take it out.");
        Problem problem =
                Problem.of(Refusal.invalid("could-identify", "text", "Take out “555-0134”.", List.of(name, phone)));

        assertThat(Json.MAPPER.writeValueAsString(problem))
                .contains("\"field\":\"text\"")
                .contains(
                        "\"findings\":[{\"field\":\"title\",\"start\":0,\"end\":4,\"span\":\"Mary\",\"kind\":\"name\","
                                + "\"severity\":\"CONFIRM\",\"message\":\"This may be a name.\"},{\"field\":\"text\",");
        assertThat(Json.MAPPER.writeValueAsString(Problem.of(Refusal.invalid("short", "text", "Write more."))))
                .doesNotContain("findings");
    }

    @Test
    void a_tag_changes_with_whatever_the_reader_sees() {
        assertThat(Single.tag(new Items<>(List.of(1))))
                .isEqualTo(Single.tag(new Items<>(List.of(1))))
                .isNotEqualTo(Single.tag(new Items<>(List.of(2))));
    }
}
