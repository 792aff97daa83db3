package org.curbside.verification.rpps;

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

class RppsRegistryWordsTest extends StatusWordsContract {

    @Override
    protected BulkRegistry registry() {
        return new RppsRegistry();
    }

    @Override
    protected Map<String, String> row(String group, String word) {
        return Map.of(
                "Type d'identifiant PP", "8",
                "Identifiant PP", "10009999990",
                "Nom d'exercice", "EXEMPLE",
                "Code profession", "10",
                "Libell\u00e9 cat\u00e9gorie professionnelle", word,
                "Libell\u00e9 savoir-faire", "Pneumologie");
    }

    @Override
    protected Map<String, Verdict> words() {
        return Map.ofEntries(
                Map.entry("Civil", Verdict.ACTIVE),
                Map.entry("Militaire", Verdict.INDETERMINATE),
                Map.entry("\u00c9tudiant", Verdict.INDETERMINATE));
    }

    @Test
    void a_specialty_is_told_where_its_meaning_is_clear() throws RejectedRow {
        Map<String, String> row = row("", "Civil");
        RegistryEntry entry = registry().read(column -> row.getOrDefault(column, ""));
        assertThat(entry.taxonomies()).containsExactly("207RP1001X");
        assertThat(Specialties.code("Biologie m\u00e9dicale")).isEmpty();
    }

    @Test
    void the_file_tells_its_day() {
        assertThat(registry().edition("PS_LibreAcces_Personne_activite_202610010830.txt", List.of()))
                .isEqualTo(Edition.FULL.asOf(LocalDate.parse("2026-10-01")));
    }
}
