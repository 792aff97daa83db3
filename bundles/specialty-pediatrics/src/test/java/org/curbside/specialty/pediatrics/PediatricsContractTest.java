package org.curbside.specialty.pediatrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class PediatricsContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new Pediatrics();
    }

    @Test
    void a_neonatologist_is_one_among_pediatricians() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("2080N0001X"))
                .extracting(Specialty::name, Specialty::broader)
                .containsExactly(tuple("Neonatology", "208000000X"));
    }
}
