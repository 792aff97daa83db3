package org.curbside.specialty.surgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class SurgeryContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new Surgery();
    }

    @Test
    void a_vascular_surgeon_is_one_among_surgeons() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("2086S0129X"))
                .extracting(Specialty::name, Specialty::broader)
                .containsExactly(tuple("Vascular Surgery", "208600000X"));
    }
}
