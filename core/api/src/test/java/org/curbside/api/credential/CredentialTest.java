package org.curbside.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    private static final String TEXT =
            "curbside2." + "k".repeat(22) + "." + "n".repeat(42) + "A." + "m".repeat(42) + "A." + "s".repeat(341) + "A";

    @Test
    void it_is_read_as_it_is_written() {
        Credential credential = Credential.parse(" " + TEXT + "\n").orElseThrow();
        assertThat(credential.toText()).isEqualTo(TEXT);
        assertThat(credential.keyId()).isEqualTo("k".repeat(22));
        assertThat(credential.memberKey()).startsWith("m");
        assertThat(credential.message()).hasSize(32 + "curbside/v1.".length() + 22 + 1 + 32);
    }

    @Test
    void it_has_one_text_only() {
        String base = TEXT.substring(0, TEXT.length() - 1);
        for (char last : "BCDEFGHIJKLMNOP".toCharArray()) {
            assertThat(Credential.parse(base + last)).isEmpty();
        }
        assertThat(Credential.parse(base + "Q")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "curbside2", "curbside1.k.n.m.s", "curbside2.k.n.m.s", "curbside2....", "curbside2.#.#.#.#"})
    void anything_else_is_no_credential(String text) {
        assertThat(Credential.parse(text)).isEmpty();
        assertThat(Credential.parse(TEXT + text + "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01",
        "2026-01-30, 2026-01-01",
        "2026-01-31, 2026-01-31",
        "2025-12-31, 2025-12-02",
        "2028-02-29, 2028-02-20"
    })
    void an_epoch_is_thirty_days_counted_from_the_first_of_2026(LocalDate day, LocalDate epoch) {
        assertThat(Credential.epochOf(day)).isEqualTo(epoch);
    }
}
