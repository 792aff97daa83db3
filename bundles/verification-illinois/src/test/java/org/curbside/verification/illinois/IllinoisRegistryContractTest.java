package org.curbside.verification.illinois;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.BulkRegistryContract;

class IllinoisRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new IllinoisRegistry();
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "license_number", "036123456",
                "last_name", "SAMPLE",
                "first_name", "ADA",
                "description", "LICENSED PHYSICIAN AND SURGEON",
                "license_status", "ACTIVE",
                "ever_disciplined", "N");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of(
                "description", "LICENSED PHYSICIAN AND SURGEON",
                "license_status", "ACTIVE");
    }
}
