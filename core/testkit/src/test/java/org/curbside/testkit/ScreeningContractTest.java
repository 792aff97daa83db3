package org.curbside.testkit;

import java.util.List;
import java.util.function.Supplier;
import org.curbside.spi.screening.Screening;
import org.junit.jupiter.api.extension.ExtendWith;

final class ScreeningContractTest extends ContractProof {

    ScreeningContractTest() {
        super(NumberScreeningContract.class, NumberScreening.class, ConcernFaults.class, ScreeningFaults.class);
    }

    @ExtendWith(Trial.class)
    static final class NumberScreeningContract extends ScreeningContract {

        private final Supplier<Screening> onTrial;

        NumberScreeningContract(Supplier<Screening> onTrial) {
            this.onTrial = onTrial;
        }

        @Override
        protected Screening screening() {
            return onTrial.get();
        }

        @Override
        protected List<String> telling() {
            return List.of("The chart says Patient ID 47110815.", "She came on 2019-03-14");
        }

        @Override
        protected List<String> harmless() {
            return List.of("Give 5000 units, and see the patient again in 10-14 days.");
        }
    }
}
