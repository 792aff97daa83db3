package org.curbside.verification.florida;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.BulkRegistryContract;

class FloridaRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new FloridaRegistry();
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "Rank-Code", "ME",
                "License-Number", "990001",
                "License-Status-Description", "CLEAR",
                "License-Active-Status-Description", "ACTIVE",
                "Last-Name", "SAMPLE",
                "First-Name", "ADA");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of(
                "Rank-Code", "ME",
                "License-Status-Description", "CLEAR",
                "Last-Name", "SAMPLE");
    }
}
