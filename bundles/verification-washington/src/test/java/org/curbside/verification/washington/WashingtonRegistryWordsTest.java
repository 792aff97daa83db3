package org.curbside.verification.washington;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.StatusWordsContract;

class WashingtonRegistryWordsTest extends StatusWordsContract {

    @Override
    protected BulkRegistry registry() {
        return new WashingtonRegistry();
    }

    @Override
    protected String source() {
        return "WA_DOH";
    }

    @Override
    protected Map<String, String> row(String group, String word) {
        return Map.of(
                "credentialtype", "Osteopathic Physician And Surgeon License",
                "credentialnumber", "OP.OP.00090002",
                "lastname", "Sample",
                "status", word.replace("/Yes", ""),
                "actiontaken", word.endsWith("/Yes") ? "Yes" : "No");
    }

    @Override
    protected Map<String, Verdict> words() {
        return Map.ofEntries(
                Map.entry("Active", Verdict.ACTIVE),
                Map.entry("Active/Yes", Verdict.INDETERMINATE),
                Map.entry("Active On Probation", Verdict.INDETERMINATE),
                Map.entry("Expired \u2013 Active MSL", Verdict.INDETERMINATE),
                Map.entry("Military", Verdict.INDETERMINATE),
                Map.entry("Revoked", Verdict.INACTIVE),
                Map.entry("Revoked/Yes", Verdict.INACTIVE),
                Map.entry("Summary Suspension", Verdict.INACTIVE),
                Map.entry("Expired", Verdict.INACTIVE),
                Map.entry("Retired", Verdict.INACTIVE));
    }
}
