package org.curbside.verification.delaware;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.BulkRegistryContract;

class DelawareRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new DelawareRegistry();
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "license_no", "C1-0001234",
                "last_name", "SAMPLE",
                "first_name", "ADA",
                "license_type", "Physician M.D.",
                "license_status", "Active",
                "disciplinary_action", "N");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of(
                "license_type", "Physician M.D.",
                "license_status", "Active");
    }
}
