package org.curbside.specialty.family.medicine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class FamilyMedicineContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new FamilyMedicine();
    }

    @Test
    void a_family_physician_is_a_part_of_nobody_else() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("207Q00000X"))
                .extracting(Specialty::name, Specialty::broader)
                .containsExactly(tuple("Family Medicine", ""));
    }
}
