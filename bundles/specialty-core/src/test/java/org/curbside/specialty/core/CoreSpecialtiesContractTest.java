package org.curbside.specialty.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

class CoreSpecialtiesContractTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new CoreSpecialties();
    }

    @Test
    void every_classification_of_physicians_is_a_channel_with_something_to_talk_of() {
        assertThat(catalogue().specialties())
                .hasSize(38)
                .allMatch(specialty -> specialty.topics().size() >= 5)
                .extracting(Specialty::name)
                .contains("Internal Medicine", "Neurology", "Psychiatry", "Surgery");
    }

    @Test
    void a_cardiologist_belongs_to_internal_medicine() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("207RC0000X"))
                .extracting(Specialty::code)
                .containsExactly("207R00000X");
    }
}
