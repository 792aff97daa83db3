package org.curbside.testkit;

import java.util.function.Supplier;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.testkit.standin.StandIn;
import org.junit.jupiter.api.extension.ExtendWith;

final class LicenseRegistryContractTest extends ContractProof {

    LicenseRegistryContractTest() {
        super(PlainServiceContract.class, PlainService.class, ServiceFaults.class);
    }

    @ExtendWith(Trial.class)
    static final class PlainServiceContract extends LicenseRegistryContract {

        private final Supplier<PlainService> onTrial;

        PlainServiceContract(Supplier<PlainService> onTrial) {
            this.onTrial = onTrial;
        }

        @Override
        protected StandIn source() {
            return new PlainBoard();
        }

        @Override
        protected LicenseRegistry registry(String url) {
            return onTrial.get().at(url);
        }

        @Override
        protected Claim active() {
            return new Claim("Ida", "Nowak", "", "47110", "NY");
        }

        @Override
        protected Claim marked() {
            return new Claim("Jan", "Nowak", "", "47111", "NY");
        }

        @Override
        protected Claim stranger() {
            return new Claim("Ida", "Nowak", "", "47119", "NY");
        }
    }
}
