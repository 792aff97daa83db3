package org.curbside.verification.leie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Edition;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.StatusWordsContract;
import org.junit.jupiter.api.Test;

class ExclusionRegistryWordsTest extends StatusWordsContract {

    @Override
    protected BulkRegistry registry() {
        return new ExclusionRegistry();
    }

    @Override
    protected Map<String, String> row(String group, String word) {
        return Map.of(
                "LASTNAME", "SAMPLE",
                "NPI", "0000000000",
                "STATE", "NY",
                "EXCLTYPE", word,
                "EXCLDATE", "20200319",
                "REINDATE", word.equals("reinstated") ? "20240501" : "00000000");
    }

    @Override
    protected Map<String, Verdict> words() {
        return Map.ofEntries(
                Map.entry("1128a1", Verdict.INDETERMINATE),
                Map.entry("1128b4", Verdict.INDETERMINATE),
                Map.entry("reinstated", Verdict.ACTIVE));
    }

    @Test
    void a_row_without_an_npi_has_the_same_number_in_every_edition() throws RejectedRow {
        Map<String, String> row = row("", "1128a1");
        RegistryEntry entry = registry().read(column -> row.getOrDefault(column, ""));
        assertThat(entry.number()).hasSize(36);
        assertThat(entry).isEqualTo(registry().read(column -> row.getOrDefault(column, "")));
    }

    @Test
    void supplements_are_changes_and_tell_their_month() {
        assertThat(registry().edition("UPDATED.csv", List.of())).isEqualTo(Edition.FULL);
        assertThat(registry().edition("2602excl.csv", List.of()))
                .isEqualTo(Edition.CHANGES.asOf(LocalDate.parse("2026-02-28")));
        assertThat(registry().edition("2613REIN.csv", List.of())).isEqualTo(Edition.CHANGES);
    }
}
