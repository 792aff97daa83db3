package org.curbside.api.specialty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.junit.jupiter.api.Test;

class CataloguesTest {

    private static final String MEDICINE = "207R00000X";
    private static final String CARDIOLOGY = "207RC0000X";
    private static final String NEPHROLOGY = "207RN0300X";

    private static final SpecialtyCatalogue REST =
            () -> List.of(specialty(MEDICINE, "Medicine", MEDICINE, CARDIOLOGY, NEPHROLOGY));
    private static final SpecialtyCatalogue HEART = () -> List.of(specialty(CARDIOLOGY, "Cardiology", CARDIOLOGY));
    private static final SpecialtyCatalogue INTERNISTS =
            () -> List.of(specialty(MEDICINE, "Internal Medicine", MEDICINE));

    private static final Map<String, ?> LAST = Map.of("service.ranking", -1000, "service.id", 1L);
    private static final Map<String, ?> SECOND = Map.of("service.id", 2L);
    private static final Map<String, ?> THIRD = Map.of("service.ranking", 0, "service.id", 3L);

    private final Catalogues catalogues = new Catalogues();

    @Test
    void nothing_is_there_before_the_first_catalogue() {
        assertThat(catalogues.isEmpty()).isTrue();
        assertThat(catalogues.specialties()).isEmpty();
    }

    @Test
    void the_higher_ranking_describes_and_places_in_whatever_order_they_came() {
        catalogues.add(REST, LAST);
        catalogues.add(HEART, SECOND);
        catalogues.add(INTERNISTS, THIRD);
        assertOverlap(catalogues);
        Catalogues theOtherWay = new Catalogues();
        theOtherWay.add(INTERNISTS, THIRD);
        theOtherWay.add(HEART, SECOND);
        theOtherWay.add(REST, LAST);
        assertOverlap(theOtherWay);
    }

    private static void assertOverlap(Catalogues catalogues) {
        assertThat(catalogues.specialties())
                .extracting(Specialty::name, Specialty::taxonomies)
                .containsExactly(
                        tuple("Internal Medicine", Set.of(MEDICINE, NEPHROLOGY)),
                        tuple("Cardiology", Set.of(CARDIOLOGY)));
    }

    @Test
    void what_a_catalogue_said_ends_with_it() {
        catalogues.add(HEART, SECOND);
        catalogues.add(REST, LAST);
        catalogues.remove(SECOND);
        assertThat(catalogues.specialties()).isEqualTo(REST.specialties());
        catalogues.remove(LAST);
        assertThat(catalogues.isEmpty()).isTrue();
    }

    @Test
    void among_equals_the_elder_is_heard() {
        catalogues.add(() -> List.of(specialty(MEDICINE, "The younger's", MEDICINE)), THIRD);
        catalogues.add(INTERNISTS, SECOND);
        assertThat(catalogues.specialties()).isEqualTo(INTERNISTS.specialties());
    }

    private static Specialty specialty(String code, String name, String... taxonomies) {
        return new Specialty(code, name, Set.of(taxonomies), List.of(), List.of(), List.of());
    }
}
