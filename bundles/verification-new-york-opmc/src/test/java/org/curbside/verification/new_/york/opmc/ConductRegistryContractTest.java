package org.curbside.verification.new_.york.opmc;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.BulkRegistryContract;

class ConductRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new ConductRegistry();
    }

    @Override
    protected Verdict best() {
        return Verdict.INDETERMINATE;
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "licensenum", "123456",
                "last_name", "SAMPLE",
                "first_name", "ADA",
                "licensetype", "MD",
                "webaction", "License surrender.");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of(
                "last_name", "SAMPLE",
                "licensetype", "MD",
                "webaction", "License surrender.");
    }
}
