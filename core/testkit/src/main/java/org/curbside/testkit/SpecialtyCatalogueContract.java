package org.curbside.testkit;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.junit.jupiter.api.Test;

/** The promises that every {@link SpecialtyCatalogue} makes. */
public abstract class SpecialtyCatalogueContract {

    protected abstract SpecialtyCatalogue catalogue();

    @Test
    void it_has_a_lasting_id_and_a_lasting_list() throws Exception {
        SpecialtyCatalogue catalogue = catalogue();
        Promises.assertId(catalogue, CatalogueId.class, CatalogueId::id);
        assertThat(catalogue.specialties()).isNotEmpty().isEqualTo(catalogue().specialties());
        Promises.assertSameFromManyThreads(catalogue::specialties);
    }

    @Test
    void codes_are_well_formed_unique_and_in_order() {
        List<String> codes = specialties().stream().map(Specialty::code).toList();
        assertThat(codes).doesNotHaveDuplicates().isSorted().allMatch(SpecialtyCatalogueContract::isTaxonomyCode);
        assertThat(specialties())
                .extracting(Specialty::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> !name.isBlank());
    }

    @Test
    void each_taxonomy_code_belongs_to_one_specialty_only() {
        assertThat(specialties().stream().flatMap(s -> s.taxonomies().stream()).toList())
                .doesNotHaveDuplicates()
                .allMatch(SpecialtyCatalogueContract::isTaxonomyCode);
        assertThat(specialties()).allMatch(s -> s.taxonomies().contains(s.code()));
    }

    @Test
    void neighbours_are_here_and_mutual() {
        Map<String, Specialty> byCode = specialties().stream().collect(toMap(Specialty::code, identity()));
        for (Specialty specialty : specialties()) {
            assertThat(specialty.neighbours()).doesNotHaveDuplicates().doesNotContain(specialty.code());
            for (String code : specialty.neighbours()) {
                assertThat(byCode).containsKey(code);
                assertThat(requireNonNull(byCode.get(code)).neighbours())
                        .as(code)
                        .contains(specialty.code());
            }
        }
    }

    @Test
    void words_are_given_once_and_are_words() {
        for (Specialty specialty : specialties()) {
            assertThat(specialty.synonyms()).doesNotHaveDuplicates().allMatch(SpecialtyCatalogueContract::isWord);
            assertThat(specialty.topics()).doesNotHaveDuplicates().allMatch(SpecialtyCatalogueContract::isWord);
        }
    }

    private List<Specialty> specialties() {
        return catalogue().specialties();
    }

    private static boolean isTaxonomyCode(String code) {
        return code.matches("[0-9A-Z]{9}X");
    }

    private static boolean isWord(String word) {
        return !word.isBlank() && word.equals(word.strip()) && word.length() <= 60;
    }
}
