package org.curbside.verification.delaware;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.StatusWordsContract;

class DelawareRegistryWordsTest extends StatusWordsContract {

    @Override
    protected BulkRegistry registry() {
        return new DelawareRegistry();
    }

    @Override
    protected String source() {
        return "DE_DPR";
    }

    @Override
    protected Map<String, String> row(String group, String word) {
        return Map.of(
                "license_type", "Physician D.O.",
                "license_no", "C2-0001234",
                "last_name", "SAMPLE",
                "license_status", word.replace("/Y", ""),
                "disciplinary_action", word.endsWith("/Y") ? "Y" : "N");
    }

    @Override
    protected Map<String, Verdict> words() {
        return Map.ofEntries(
                Map.entry("Active", Verdict.ACTIVE),
                Map.entry("Active/Y", Verdict.INDETERMINATE),
                Map.entry("Probation", Verdict.INDETERMINATE),
                Map.entry("Non-Disciplinary Suspension", Verdict.INDETERMINATE),
                Map.entry("Revoked", Verdict.INACTIVE),
                Map.entry("Annulled", Verdict.INACTIVE),
                Map.entry("Expired Inactive", Verdict.INACTIVE),
                Map.entry("Closed", Verdict.INACTIVE));
    }
}
