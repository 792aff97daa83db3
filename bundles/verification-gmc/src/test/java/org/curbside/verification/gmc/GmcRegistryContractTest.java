package org.curbside.verification.gmc;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.BulkRegistryContract;

class GmcRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new GmcRegistry();
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "GMC Ref No", "9990001",
                "Surname", "Sample",
                "Given name", "Ada",
                "Registration Status", "Registered with Licence",
                "Specialty1", "Cardiology",
                "FtP Conditions Exist", "No");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of(
                "GMC Ref No", "999",
                "Surname", "Sample",
                "Registration Status", "Registered with Licence");
    }
}
