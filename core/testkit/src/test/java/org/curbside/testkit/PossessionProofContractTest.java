package org.curbside.testkit;

import java.util.function.Supplier;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.PossessionProof;
import org.junit.jupiter.api.extension.ExtendWith;

final class PossessionProofContractTest extends ContractProof {

    PossessionProofContractTest() {
        super(PlainProofContract.class, PlainProof.class, ProofFaults.class);
    }

    @ExtendWith(Trial.class)
    static final class PlainProofContract extends PossessionProofContract {

        private final Supplier<PlainProof> onTrial;

        PlainProofContract(Supplier<PlainProof> onTrial) {
            this.onTrial = onTrial;
        }

        @Override
        protected PossessionProof proof() {
            return onTrial.get();
        }

        @Override
        protected PossessionProof away() {
            return onTrial.get().away();
        }

        @Override
        protected Attempt attempt() {
            return new Attempt(
                    new Claim("Ida", "Nowak", "2900000011", "47110", "NY"), "0817", "23456789", "S".repeat(43));
        }
    }
}
