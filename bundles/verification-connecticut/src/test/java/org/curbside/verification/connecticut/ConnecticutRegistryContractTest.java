package org.curbside.verification.connecticut;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.BulkRegistryContract;

class ConnecticutRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new ConnecticutRegistry();
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "credentialnumber", "12345",
                "name", "ADA M SAMPLE",
                "credential", "PHYSICIAN/SURGEON",
                "status", "ACTIVE",
                "statusreason", "CURRENT");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of(
                "credential", "PHYSICIAN/SURGEON",
                "status", "ACTIVE");
    }
}
