package org.curbside.verification.texas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.StatusWordsContract;
import org.junit.jupiter.api.Test;

class TexasRegistryWordsTest extends StatusWordsContract {

    @Override
    protected BulkRegistry registry() {
        return new TexasRegistry();
    }

    @Override
    protected String source() {
        return "TX_TMB";
    }

    @Override
    protected Map<String, String> row(String group, String word) {
        Map<String, String> row = new HashMap<>(Map.of(
                "license_type", "Physician License",
                "license_number", "T0001",
                "last_name", "SAMPLE",
                "registration_status", "ACTIVE",
                "currently_licensed", "Y"));
        row.put(column(group), word);
        return row;
    }

    @Override
    protected Map<String, Verdict> words() {
        return Map.ofEntries(
                Map.entry("ACTIVE", Verdict.ACTIVE),
                Map.entry("REVOKED", Verdict.INACTIVE),
                Map.entry("SUSPENDED", Verdict.INACTIVE),
                Map.entry("AUTOMATIC LICENSURE CANCELLED", Verdict.INACTIVE),
                Map.entry("PERM. LICENSE RESTRICTED", Verdict.INDETERMINATE),
                Map.entry("AUTOMATIC LIC (CANC) PENDING", Verdict.INDETERMINATE),
                Map.entry("SOMETHING NEW", Verdict.INDETERMINATE));
    }

    private static String column(String group) {
        return group.startsWith("disciplinary_status")
                ? "disciplinary_status"
                : group.equals("registration_status") ? group : "license_status";
    }

    @Test
    void a_matter_that_is_closed_is_no_mark_and_any_other_is() throws RejectedRow {
        assertThat(discipline("NONE")).isEqualTo(Verdict.ACTIVE);
        assertThat(discipline("COMPLAINT DISMISSED")).isEqualTo(Verdict.ACTIVE);
        assertThat(discipline("UNDER BOARD ORDER")).isEqualTo(Verdict.INDETERMINATE);
        assertThat(discipline("SEE PREVIOUS ORDER")).isEqualTo(Verdict.INDETERMINATE);
    }

    private Verdict discipline(String word) throws RejectedRow {
        Map<String, String> row = row("disciplinary_status", word);
        return registry()
                .judge(registry().read(column -> row.getOrDefault(column, "")))
                .verdict();
    }

    @Override
    protected Optional<Verdict> meaning(String group, String word) {
        return Optional.of(
                switch (group) {
                    case "registration_status" -> Verdict.ACTIVE;
                    case "disciplinary_status_historical" -> word.equals("SEE PREVIOUS ORDER")
                            ? Verdict.INDETERMINATE
                            : Verdict.ACTIVE;
                    case "license_status_bad" -> word.contains("RESTRICTED") || word.contains("PENDING")
                            ? Verdict.INDETERMINATE
                            : Verdict.INACTIVE;
                    default -> Verdict.INDETERMINATE;
                });
    }
}
