package org.curbside.verification.connecticut;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.StatusWordsContract;

class ConnecticutRegistryWordsTest extends StatusWordsContract {

    @Override
    protected BulkRegistry registry() {
        return new ConnecticutRegistry();
    }

    @Override
    protected String source() {
        return "CT_eLicense";
    }

    @Override
    protected Map<String, String> row(String group, String word) {
        String[] parts = word.split("\\|", 2);
        return Map.of(
                "credential", "PHYSICIAN/SURGEON",
                "credentialnumber", "12345",
                "name", "ADA SAMPLE",
                "status", parts[0],
                "statusreason", parts.length == 1 || parts[1].equals("null") ? "" : parts[1]);
    }

    @Override
    protected Map<String, Verdict> words() {
        return Map.ofEntries(
                Map.entry("ACTIVE|CURRENT", Verdict.ACTIVE),
                Map.entry("ACTIVE", Verdict.ACTIVE),
                Map.entry("ACTIVE|null", Verdict.ACTIVE),
                Map.entry("ACTIVE IN RENEWAL", Verdict.ACTIVE),
                Map.entry("ACTIVE|PROBATION", Verdict.INDETERMINATE),
                Map.entry("INACTIVE|null", Verdict.INDETERMINATE),
                Map.entry("PENDING", Verdict.INDETERMINATE),
                Map.entry("INACTIVE|TERMINATED", Verdict.INACTIVE),
                Map.entry("INACTIVE|LAPSED DUE TO NON-RENEWAL", Verdict.INACTIVE),
                Map.entry("LAPSED", Verdict.INACTIVE),
                Map.entry("RETIRED", Verdict.INACTIVE));
    }
}
