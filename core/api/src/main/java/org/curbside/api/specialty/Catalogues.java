package org.curbside.api.specialty;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;

/**
 * The catalogues that are here, as one list. A specialty is described, and a taxonomy code placed, by the catalogue of the
 * highest {@code service.ranking} that names it, among equals by the one with the lowest {@code service.id}; so the order in
 * which they came does not matter. Safe for use by many threads.
 */
public final class Catalogues {

    private final NavigableMap<Place, List<Specialty>> lists = new TreeMap<>();
    private List<Specialty> together = List.of();

    /**
     * Takes one in, which is asked for its list this once.
     *
     * @param properties those of the service
     */
    public void add(SpecialtyCatalogue catalogue, Map<String, ?> properties) {
        List<Specialty> list = List.copyOf(catalogue.specialties());
        synchronized (this) {
            lists.put(Place.of(properties), list);
            together = together(lists);
        }
    }

    /** Forgets one; what others say of its specialties holds again. */
    public synchronized void remove(Map<String, ?> properties) {
        lists.remove(Place.of(properties));
        together = together(lists);
    }

    /** Whether there is none. */
    public synchronized boolean isEmpty() {
        return lists.isEmpty();
    }

    /** All specialties, by code. Each taxonomy code belongs to at most one. */
    public synchronized List<Specialty> specialties() {
        return together;
    }

    private static List<Specialty> together(NavigableMap<Place, List<Specialty>> lists) {
        SortedMap<String, Specialty> described = new TreeMap<>();
        SortedMap<String, String> placed = new TreeMap<>();
        lists.values().stream().flatMap(List::stream).forEach(specialty -> {
            described.putIfAbsent(specialty.code(), specialty);
            specialty.taxonomies().forEach(taxonomy -> placed.putIfAbsent(taxonomy, specialty.code()));
        });
        SortedMap<String, TreeSet<String>> holders = new TreeMap<>();
        placed.forEach((taxonomy, code) ->
                holders.computeIfAbsent(code, first -> new TreeSet<>()).add(taxonomy));
        return described.values().stream()
                .map(specialty -> specialty.withTaxonomies(holders.getOrDefault(specialty.code(), new TreeSet<>())))
                .toList();
    }

    /** The first one is heard first. */
    private record Place(int ranking, long id) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::ranking).reversed().thenComparingLong(Place::id);

        static Place of(Map<String, ?> properties) {
            int ranking = properties.get("service.ranking") instanceof Integer number ? number : 0;
            return new Place(ranking, properties.get("service.id") instanceof Long number ? number : 0);
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
