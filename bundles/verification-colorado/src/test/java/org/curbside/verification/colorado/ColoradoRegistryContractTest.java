package org.curbside.verification.colorado;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.BulkRegistryContract;

class ColoradoRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new ColoradoRegistry();
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "licensenumber", "0012345",
                "lastname", "Sample",
                "firstname", "Ada",
                "licensetype", "DR",
                "licensestatusdescription", "Active");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of(
                "licensetype", "DR",
                "licensestatusdescription", "Active");
    }
}
