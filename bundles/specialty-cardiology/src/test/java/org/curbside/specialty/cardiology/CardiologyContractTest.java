package org.curbside.specialty.cardiology;

import static org.assertj.core.api.Assertions.assertThat;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class CardiologyContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new Cardiology();
    }

    @Test
    void it_is_a_part_of_internal_medicine_and_has_three_of_its_own() {
        assertThat(catalogue().specialties())
                .extracting(Specialty::broader)
                .containsExactly("207RC0000X", "207R00000X", "207RC0000X", "207RC0000X");
    }
}
