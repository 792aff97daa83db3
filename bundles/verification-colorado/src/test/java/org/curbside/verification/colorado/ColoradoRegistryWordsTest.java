package org.curbside.verification.colorado;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.StatusWordsContract;

class ColoradoRegistryWordsTest extends StatusWordsContract {

    @Override
    protected BulkRegistry registry() {
        return new ColoradoRegistry();
    }

    @Override
    protected String source() {
        return "CO_DORA";
    }

    @Override
    protected Map<String, String> row(String group, String word) {
        return Map.of(
                "licensetype", "DR",
                "licensenumber", "0012345",
                "lastname", "Sample",
                "licensestatusdescription", word.replace("/case", ""),
                "programaction", word.endsWith("/case") ? "Stipulation" : "");
    }

    @Override
    protected Map<String, Verdict> words() {
        return Map.ofEntries(
                Map.entry("Active", Verdict.ACTIVE),
                Map.entry("Active/case", Verdict.INDETERMINATE),
                Map.entry("Active - With Conditions", Verdict.INDETERMINATE),
                Map.entry("Transferred to Compact Physician", Verdict.INDETERMINATE),
                Map.entry("Revoked", Verdict.INACTIVE),
                Map.entry("Revoked/case", Verdict.INACTIVE),
                Map.entry("Suspended Due to Child Support", Verdict.INACTIVE),
                Map.entry("Expired", Verdict.INACTIVE),
                Map.entry("Beyond 6 Years Expired", Verdict.INACTIVE));
    }
}
