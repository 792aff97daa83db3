package org.curbside.verification.leie;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.BulkRegistryContract;

class ExclusionRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new ExclusionRegistry();
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "LASTNAME", "SAMPLE",
                "FIRSTNAME", "ADA",
                "NPI", "2900000011",
                "STATE", "NY",
                "EXCLTYPE", "1128a1",
                "EXCLDATE", "20200319",
                "REINDATE", "20240501");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of(
                "FIRSTNAME", "ADA",
                "STATE", "NY",
                "EXCLTYPE", "1128a1",
                "REINDATE", "00000000");
    }
}
