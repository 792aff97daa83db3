package org.curbside.verification.nppes;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.BulkRegistryContract;

class NppesRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new NppesRegistry();
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "NPI", "2000000002",
                "Entity Type Code", "1",
                "Provider Last Name (Legal Name)", "SAMPLE",
                "Provider First Name", "ADA",
                "Provider Credential Text", "M.D.",
                "Healthcare Provider Taxonomy Code_1", "207R00000X");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of("NPI", "2000000003", "Entity Type Code", "1");
    }
}
