package org.curbside.verification.illinois;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.StatusWordsContract;

class IllinoisRegistryWordsTest extends StatusWordsContract {

    @Override
    protected BulkRegistry registry() {
        return new IllinoisRegistry();
    }

    @Override
    protected String source() {
        return "IL_IDFPR";
    }

    @Override
    protected Map<String, String> row(String group, String word) {
        return Map.of(
                "description", "LICENSED PHYSICIAN AND SURGEON",
                "license_number", "036123456",
                "last_name", "SAMPLE",
                "license_status", word.replace("/Y", ""),
                "ever_disciplined", word.endsWith("/Y") ? "Y" : "N");
    }

    @Override
    protected Map<String, Verdict> words() {
        return Map.ofEntries(
                Map.entry("ACTIVE", Verdict.ACTIVE),
                Map.entry("ACTIVE/Y", Verdict.INDETERMINATE),
                Map.entry("PROBATION", Verdict.INDETERMINATE),
                Map.entry("Non Sufficient Fund Check", Verdict.INDETERMINATE),
                Map.entry("REVOKED", Verdict.INACTIVE),
                Map.entry("REFUSE TO RENEW", Verdict.INACTIVE),
                Map.entry("NOT RENEWED", Verdict.INACTIVE),
                Map.entry("EXPIRED-RENEWABLE", Verdict.INACTIVE));
    }
}
