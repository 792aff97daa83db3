package org.curbside.verification.gmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.StatusWordsContract;
import org.junit.jupiter.api.Test;

class GmcRegistryWordsTest extends StatusWordsContract {

    @Override
    protected BulkRegistry registry() {
        return new GmcRegistry();
    }

    @Override
    protected Map<String, String> row(String group, String word) {
        return Map.of(
                "GMC Ref No", "9990001",
                "Surname", "Sample",
                "Registration Status", word.replace("/warning", ""),
                "Specialty1", "Renal medicine",
                "FtP Warnings Exist", word.endsWith("/warning") ? "Yes" : "No");
    }

    @Override
    protected Map<String, Verdict> words() {
        return Map.ofEntries(
                Map.entry("Registered with Licence", Verdict.ACTIVE),
                Map.entry("Registered with Licence/warning", Verdict.INDETERMINATE),
                Map.entry("Provisionally registered with Licence", Verdict.INDETERMINATE),
                Map.entry("Registered without a Licence", Verdict.INACTIVE),
                Map.entry("Suspended", Verdict.INACTIVE),
                Map.entry("Suspended/warning", Verdict.INACTIVE),
                Map.entry("Not Registered \u2013 Erased for false declaration", Verdict.INACTIVE),
                Map.entry("Not Registered - Deceased", Verdict.INACTIVE));
    }

    @Test
    void a_specialty_is_told_where_its_meaning_is_clear() throws RejectedRow {
        Map<String, String> row = row("", "Suspended");
        RegistryEntry entry = registry().read(column -> row.getOrDefault(column, ""));
        assertThat(entry.taxonomies()).containsExactly("207RN0300X");
        assertThat(Specialties.code("Audio vestibular medicine")).isEmpty();
    }
}
