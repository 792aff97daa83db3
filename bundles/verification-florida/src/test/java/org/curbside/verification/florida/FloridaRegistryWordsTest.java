package org.curbside.verification.florida;

import java.util.Map;
import java.util.Optional;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.StatusWordsContract;

class FloridaRegistryWordsTest extends StatusWordsContract {

    @Override
    protected BulkRegistry registry() {
        return new FloridaRegistry();
    }

    @Override
    protected String source() {
        return "FL_DOH";
    }

    @Override
    protected Map<String, String> row(String group, String word) {
        return Map.of(
                "Rank-Code",
                "ME",
                "License-Number",
                "990001",
                "Last-Name",
                "SAMPLE",
                "License-Status-Description",
                group.equals("secondary") || word.startsWith("CLEAR/") ? "CLEAR" : word,
                "License-Active-Status-Description",
                activity(word),
                "Board-Action-Indicator",
                word.endsWith("/Y") ? "Y" : "N");
    }

    @Override
    protected Map<String, Verdict> words() {
        return Map.ofEntries(
                Map.entry("CLEAR", Verdict.ACTIVE),
                Map.entry("REVOKED", Verdict.INACTIVE),
                Map.entry("DECEASED", Verdict.INACTIVE),
                Map.entry("PROBATION", Verdict.INDETERMINATE),
                Map.entry("CLEAR/DELINQUENT", Verdict.INDETERMINATE),
                Map.entry("CLEAR/", Verdict.INDETERMINATE),
                Map.entry("CLEAR/ACTIVE/Y", Verdict.INDETERMINATE));
    }

    @Override
    protected Optional<Verdict> meaning(String group, String word) {
        return Optional.of(group.equals("secondary") || word.equals("CLEAR") ? Verdict.ACTIVE : Verdict.INACTIVE);
    }

    private static String activity(String word) {
        return word.startsWith("CLEAR/")
                ? word.split("/", -1)[1]
                : word.equals("CLEAR") || word.equals("Active") ? "ACTIVE" : "";
    }
}
