package org.curbside.specialty.internal.medicine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class InternalMedicineContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new InternalMedicine();
    }

    @Test
    void a_gastroenterologist_is_one_among_internists() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("207RG0100X"))
                .extracting(Specialty::name, Specialty::broader)
                .containsExactly(tuple("Gastroenterology", "207R00000X"));
    }
}
