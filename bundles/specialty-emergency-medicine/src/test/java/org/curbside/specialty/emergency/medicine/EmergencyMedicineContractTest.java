package org.curbside.specialty.emergency.medicine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class EmergencyMedicineContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new EmergencyMedicine();
    }

    @Test
    void whoever_became_a_toxicologist_is_one() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("2080T0002X"))
                .extracting(Specialty::name, Specialty::broader)
                .containsExactly(tuple("Medical Toxicology", "207P00000X"));
    }
}
