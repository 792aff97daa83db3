package org.curbside.specialty.obstetrics.gynecology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class ObstetricsGynecologyContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new ObstetricsGynecology();
    }

    @Test
    void a_perinatologist_is_one_among_obstetricians() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("207VM0101X"))
                .extracting(Specialty::name, Specialty::broader)
                .containsExactly(tuple("Maternal-Fetal Medicine", "207V00000X"));
    }
}
