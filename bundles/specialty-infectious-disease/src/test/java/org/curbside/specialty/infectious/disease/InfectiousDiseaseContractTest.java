package org.curbside.specialty.infectious.disease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class InfectiousDiseaseContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new InfectiousDisease();
    }

    @Test
    void it_is_a_part_of_internal_medicine() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("207RI0200X"))
                .extracting(Specialty::name, Specialty::broader)
                .containsExactly(tuple("Infectious Disease", "207R00000X"));
    }
}
