package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.testkit.SpecialtyCatalogueContract;
import org.junit.jupiter.api.Test;

/** The contract tries what every catalogue must hold. Your own tests stand beside it. */
class DentalSpecialtiesTest extends SpecialtyCatalogueContract {

    @Override
    protected SpecialtyCatalogue catalogue() {
        return new DentalSpecialties();
    }

    @Test
    void a_periodontist_belongs_to_dentistry() {
        assertThat(catalogue().specialties())
                .filteredOn(specialty -> specialty.taxonomies().contains("1223P0300X"))
                .extracting(Specialty::name)
                .containsExactly("Dentistry");
    }
}
