package org.curbside.testkit;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Guide;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The promises that every {@link SpecialtyCatalogue} makes. To test yours, extend this class in a class whose name ends in
 * {@code Test} and return a new catalogue from {@link #catalogue}; the list itself is all the sample there need be.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class SpecialtyCatalogueContract {

    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_HINT = 200;
    private static final int LONGEST_FLAG = 300;
    private static final int LONGEST_POLL = 500;
    private static final int LONGEST_CHOICE = 120;
    private static final int MOST_CHOICES = 10;

    /** A new one at every call. */
    protected abstract SpecialtyCatalogue catalogue();

    @Test
    void it_has_a_lasting_id() {
        Promises.assertId(catalogue(), CatalogueId.class, CatalogueId::id);
    }

    @Test
    void the_list_is_the_same_at_every_call() throws Exception {
        SpecialtyCatalogue catalogue = catalogue();
        List<Specialty> before = List.copyOf(catalogue.specialties());
        assertThat(before).isNotEmpty().isEqualTo(catalogue().specialties());
        Throwable refusal = catchThrowable(() -> catalogue.specialties().remove(0));
        assertThat(catalogue.specialties())
                .as("after a caller tried to change it, and got %s", refusal)
                .isEqualTo(before);
        Promises.assertSameFromManyThreads(catalogue::specialties);
        Promises.assertSameAnywhere(() -> catalogue().specialties());
    }

    @Test
    void codes_are_well_formed_unique_and_in_order() {
        List<String> codes = specialties().stream().map(Specialty::code).toList();
        assertThat(codes).doesNotHaveDuplicates().isSorted().allMatch(SpecialtyCatalogueContract::isTaxonomyCode);
    }

    @Test
    void names_are_words_and_unlike_each_other() {
        assertWords(specialties().stream().map(Specialty::name).toList());
    }

    @Test
    void each_taxonomy_code_belongs_to_one_specialty_only() {
        assertThat(specialties().stream().flatMap(s -> s.taxonomies().stream()).toList())
                .doesNotHaveDuplicates()
                .allMatch(SpecialtyCatalogueContract::isTaxonomyCode);
        assertThat(specialties()).allMatch(s -> s.taxonomies().contains(s.code()));
    }

    @Test
    void nothing_is_broader_than_itself() {
        Map<String, String> broader =
                specialties().stream().collect(toMap(Specialty::code, Specialty::broader, (one, other) -> one));
        for (Specialty specialty : specialties()) {
            Set<String> steps = new HashSet<>();
            for (String code = specialty.code(); broader.containsKey(code); code = requireNonNull(broader.get(code))) {
                assertThat(steps.add(code))
                        .as("what is broader than %s comes to %s once", specialty.code(), code)
                        .isTrue();
            }
        }
    }

    @Test
    void neighbours_that_are_here_are_mutual() {
        Map<String, Specialty> byCode =
                specialties().stream().collect(toMap(Specialty::code, identity(), (one, other) -> one));
        for (Specialty specialty : specialties()) {
            assertThat(specialty.neighbours()).doesNotHaveDuplicates().doesNotContain(specialty.code());
            assertThat(specialty.neighbours()).allMatch(SpecialtyCatalogueContract::isTaxonomyCode);
            for (String code : specialty.neighbours()) {
                Specialty neighbour = byCode.get(code);
                if (neighbour != null) {
                    assertThat(neighbour.neighbours()).as(code).contains(specialty.code());
                }
            }
        }
    }

    @Test
    void synonyms_and_topics_are_words_and_given_once() {
        for (Specialty specialty : specialties()) {
            assertWords(specialty.synonyms());
            assertWords(specialty.topics());
        }
    }

    @Test
    void other_words_are_those_of_its_topics() {
        for (Specialty specialty : specialties()) {
            List<String> topics =
                    specialty.vocabulary().stream().map(Term::topic).toList();
            assertThat(topics).doesNotHaveDuplicates().isSubsetOf(specialty.topics());
            for (Term term : specialty.vocabulary()) {
                assertThat(term.otherWords()).as(term.topic()).isNotEmpty().doesNotContain(term.topic());
                assertWords(term.otherWords());
            }
        }
    }

    @Test
    void a_guide_can_be_read_and_its_polls_be_asked() {
        for (Specialty specialty : specialties()) {
            Guide guide = specialty.guide();
            assertWords(guide.template().stream().map(Guide.Heading::name).toList());
            assertThat(guide.template()).allMatch(heading -> isText(heading.hint(), LONGEST_HINT));
            assertThat(guide.redFlags())
                    .doesNotHaveDuplicates()
                    .allMatch(flag -> isText(flag, LONGEST_FLAG) && flag.endsWith("."));
            assertWords(guide.polls().stream().map(Guide.Preset::name).toList());
            for (Guide.Preset poll : guide.polls()) {
                assertThat(poll.type()).matches("[a-z0-9-]{1,40}");
                assertThat(poll.text()).matches(text -> isText(text, LONGEST_POLL));
                assertThat(poll.choices())
                        .hasSizeLessThanOrEqualTo(MOST_CHOICES)
                        .doesNotHaveDuplicates()
                        .allMatch(choice -> isText(choice, LONGEST_CHOICE));
            }
        }
    }

    private List<Specialty> specialties() {
        return catalogue().specialties();
    }

    private static boolean isTaxonomyCode(String code) {
        return code.matches("[0-9A-Z]{9}X");
    }

    private static void assertWords(List<String> words) {
        assertThat(words).allMatch(SpecialtyCatalogueContract::isWord);
        assertThat(words).extracting(word -> word.toLowerCase(Locale.ROOT)).doesNotHaveDuplicates();
    }

    private static boolean isWord(String word) {
        return isText(word, LONGEST_WORD);
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.equals(text.strip()) && text.length() <= longest;
    }
}
