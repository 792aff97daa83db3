package org.curbside.specialty.neurology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class NeurologyContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new Neurology();
    }

    @Test
    void an_expert_in_stroke_is_one_among_neurologists() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("2084V0102X"))
                .extracting(Specialty::name, Specialty::broader)
                .containsExactly(tuple("Vascular Neurology", "2084N0400X"));
    }
}
