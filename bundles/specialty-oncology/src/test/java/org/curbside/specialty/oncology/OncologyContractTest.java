package org.curbside.specialty.oncology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class OncologyContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new Oncology();
    }

    @Test
    void whoever_treats_blood_and_tumors_is_an_oncologist() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("207RH0003X"))
                .extracting(Specialty::name, Specialty::broader)
                .containsExactly(tuple("Oncology", "207R00000X"));
    }
}
