package org.curbside.testkit;

import java.util.function.Supplier;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.junit.jupiter.api.extension.ExtendWith;

final class SpecialtyCatalogueContractTest extends ContractProof {

    SpecialtyCatalogueContractTest() {
        super(PlainCatalogueContract.class, PlainCatalogue.class, CatalogueFaults.class);
    }

    @ExtendWith(Trial.class)
    static final class PlainCatalogueContract extends SpecialtyCatalogueContract {

        private final Supplier<SpecialtyCatalogue> onTrial;

        PlainCatalogueContract(Supplier<SpecialtyCatalogue> onTrial) {
            this.onTrial = onTrial;
        }

        @Override
        protected SpecialtyCatalogue catalogue() {
            return onTrial.get();
        }
    }
}
