package org.curbside.verification.texas;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.BulkRegistryContract;

class TexasRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new TexasRegistry();
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "license_number", "T0001",
                "last_name", "SAMPLE",
                "first_name", "ADA M",
                "license_type", "Physician License",
                "registration_status", "ACTIVE",
                "disciplinary_status", "NONE");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of(
                "license_type", "Physician License",
                "registration_status", "ACTIVE");
    }
}
