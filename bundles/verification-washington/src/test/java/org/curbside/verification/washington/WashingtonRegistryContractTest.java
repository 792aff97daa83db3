package org.curbside.verification.washington;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.BulkRegistryContract;

class WashingtonRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new WashingtonRegistry();
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "credentialnumber", "MD.MD.00090001",
                "lastname", "Sample",
                "firstname", "Ada",
                "credentialtype", "Physician And Surgeon License",
                "status", "Active",
                "actiontaken", "No");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of(
                "credentialtype", "Physician And Surgeon License",
                "status", "Active");
    }
}
