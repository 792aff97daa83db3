package org.curbside.specialty.psychiatry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class PsychiatryContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new Psychiatry();
    }

    @Test
    void a_forensic_psychiatrist_is_a_psychiatrist() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("2084F0202X"))
                .extracting(Specialty::name, Specialty::broader)
                .containsExactly(tuple("Psychiatry", ""));
    }
}
