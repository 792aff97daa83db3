package org.curbside.verification.new_.york.opmc;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.StatusWordsContract;

class ConductRegistryWordsTest extends StatusWordsContract {

    @Override
    protected BulkRegistry registry() {
        return new ConductRegistry();
    }

    @Override
    protected Map<String, String> row(String group, String word) {
        return Map.of("licensenum", "123456", "last_name", "SAMPLE", "webaction", word);
    }

    @Override
    protected Map<String, Verdict> words() {
        return Map.ofEntries(
                Map.entry("License surrender.", Verdict.INDETERMINATE),
                Map.entry("License restored.", Verdict.INDETERMINATE),
                Map.entry("Active", Verdict.INDETERMINATE));
    }
}
