package org.curbside.testkit;

import java.util.Map;
import java.util.function.Supplier;
import org.curbside.spi.verification.BulkRegistry;
import org.junit.jupiter.api.extension.ExtendWith;

final class BulkRegistryContractTest extends ContractProof {

    BulkRegistryContractTest() {
        super(
                PlainRegistryContract.class,
                PlainRegistry.class,
                ColumnFaults.class,
                RowFaults.class,
                JudgementFaults.class);
    }

    @ExtendWith(Trial.class)
    static final class PlainRegistryContract extends BulkRegistryContract {

        private final Supplier<BulkRegistry> onTrial;

        PlainRegistryContract(Supplier<BulkRegistry> onTrial) {
            this.onTrial = onTrial;
        }

        @Override
        protected BulkRegistry registry() {
            return onTrial.get();
        }

        @Override
        protected Map<String, String> activeRow() {
            return Map.of("License Number", "47110", "Last Name", "Nowak", "First Name", "Ida", "Status", "Licensed");
        }

        @Override
        protected Map<String, String> unusableRow() {
            return Map.of("License Number", "pending", "Last Name", "Nowak", "Status", "Licensed");
        }
    }
}
