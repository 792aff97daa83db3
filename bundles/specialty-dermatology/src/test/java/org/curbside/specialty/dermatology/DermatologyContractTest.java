package org.curbside.specialty.dermatology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class DermatologyContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new Dermatology();
    }

    @Test
    void a_mohs_surgeon_is_a_dermatologist() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("207ND0101X"))
                .extracting(Specialty::name, Specialty::broader)
                .containsExactly(tuple("Dermatology", ""));
    }
}
