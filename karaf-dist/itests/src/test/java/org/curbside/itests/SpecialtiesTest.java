package org.curbside.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.api.specialty.Catalogues;
import org.curbside.spi.specialty.Guide;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyFile;
import org.junit.Test;

/** The catalogues that ship, as they were built: what they say together, and whether the busiest say enough. */
public class SpecialtiesTest {

    private static final String REST = "curbside-specialty-core";
    private static final int LONGEST_TOPIC = 40;

    private final Map<String, List<Specialty>> shipped = new TreeMap<>();

    /** With all that are built. */
    public SpecialtiesTest() {
        BuiltBundle.all().stream()
                .filter(bundle -> bundle.name().startsWith("curbside-specialty-"))
                .forEach(bundle -> shipped.put(bundle.name(), specialties(bundle)));
    }

    private static List<Specialty> specialties(BuiltBundle bundle) {
        return bundle.files().entrySet().stream()
                .filter(file -> file.getKey().matches("org/curbside/specialty/.*\\.txt"))
                .flatMap(file -> SpecialtyFile.read(file.getValue().lines().toList()).stream())
                .toList();
    }

    @Test
    public void noTwoOfOneRankingNameTheSameCode() {
        List<String> codes =
                busiest().flatMap(List::stream).map(Specialty::code).toList();
        assertEquals(codes.size(), Set.copyOf(codes).size());
        List<String> holders = busiest()
                .flatMap(List::stream)
                .flatMap(specialty -> specialty.taxonomies().stream())
                .toList();
        assertEquals(holders.size(), Set.copyOf(holders).size());
    }

    @Test
    public void togetherTheyAreTheSameInWhateverOrderTheyCome() {
        List<String> names = new ArrayList<>(shipped.keySet());
        List<Specialty> forwards = together(names);
        Collections.reverse(names);
        assertEquals(forwards, together(names));
        assertTrue("" + forwards.size(), forwards.size() > 60);
        assertEquals(holders(shipped.get(REST)), holders(forwards));
    }

    @Test
    public void whateverIsNamedIsThere() {
        List<Specialty> all = together(List.copyOf(shipped.keySet()));
        Set<String> codes = all.stream().map(Specialty::code).collect(Collectors.toSet());
        for (Specialty specialty : all) {
            assertTrue(specialty.name(), specialty.broader().isEmpty() || codes.contains(specialty.broader()));
            assertTrue(specialty.name() + specialty.neighbours(), codes.containsAll(specialty.neighbours()));
        }
    }

    @Test
    public void theTwelveBusiestSayEnough() {
        assertEquals(12, busiest().count());
        busiest().map(SpecialtiesTest::first).forEach(specialty -> {
            Guide guide = specialty.guide();
            assertBetween(specialty, 40, 80, specialty.topics());
            assertBetween(specialty, 6, 10, guide.template());
            assertBetween(specialty, 6, 12, guide.redFlags());
            assertBetween(specialty, 3, 6, guide.polls());
            assertTrue(specialty.name(), specialty.vocabulary().size() >= 20);
            assertTrue(specialty.name(), specialty.synonyms().size() >= 3);
        });
    }

    @Test
    public void whatIsOfferedIsTaken() {
        for (List<Specialty> catalogue : shipped.values()) {
            for (Specialty specialty : catalogue) {
                for (String topic : specialty.topics()) {
                    assertEquals(topic.toLowerCase(Locale.ROOT), topic);
                    assertTrue(topic, topic.length() <= LONGEST_TOPIC && !topic.contains(","));
                }
                specialty.guide().polls().forEach(poll -> assertTrue(poll.name(), isTaken(poll)));
            }
        }
    }

    /** By the poll types that ship. */
    private static boolean isTaken(Guide.Preset poll) {
        int choices = poll.choices().size();
        return poll.type().equals("likert") ? choices == 0 : poll.type().equals("choice") && choices >= 2;
    }

    private static void assertBetween(Specialty specialty, int least, int most, List<?> items) {
        assertTrue(
                specialty.name() + " has " + items.size() + " and not " + least + " to " + most,
                items.size() >= least && items.size() <= most);
    }

    /** Those with content of their own. */
    private Stream<List<Specialty>> busiest() {
        return shipped.entrySet().stream()
                .filter(catalogue -> !catalogue.getKey().equals(REST))
                .map(Map.Entry::getValue);
    }

    /** The one that the catalogue is named after. */
    private static Specialty first(List<Specialty> catalogue) {
        return catalogue.stream()
                .filter(specialty -> !specialty.guide().equals(Guide.NONE))
                .findFirst()
                .orElseThrow();
    }

    private List<Specialty> together(List<String> names) {
        Catalogues catalogues = new Catalogues();
        for (int n = 0; n < names.size(); n++) {
            List<Specialty> catalogue = shipped.get(names.get(n));
            int ranking = names.get(n).equals(REST) ? -1000 : 0;
            catalogues.add(() -> catalogue, Map.of("service.ranking", ranking, "service.id", (long) n));
        }
        return catalogues.specialties();
    }

    private static Set<String> holders(List<Specialty> specialties) {
        return specialties.stream()
                .flatMap(specialty -> specialty.taxonomies().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
