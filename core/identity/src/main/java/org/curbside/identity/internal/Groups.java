package org.curbside.identity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Census;
import org.curbside.spi.specialty.Specialty;

/**
 * Says among whom a physician is vouched for: those of the specialty, or, where the registry lists too few of them, of what is
 * broader, and in the end of the whole profession.
 */
final class Groups {

    private final Specialties specialties;
    private final Census census;
    private final int smallest;

    /**
     * With the specialties that are installed.
     *
     * @param smallest how many physicians a group has at the least
     */
    Groups(Books books, Specialties specialties, int smallest) {
        this.census = new Census(books);
        this.specialties = specialties;
        this.smallest = smallest;
    }

    /**
     * The group for physicians of a specialty.
     *
     * @throws Refusal when the whole profession is too small
     */
    String of(String specialty) {
        Count count = count();
        return count.upwards(specialty)
                .filter(code -> count.eligible(code) >= smallest)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict(
                        "too-few-physicians",
                        "The registry that this desk has loaded lists fewer than " + smallest
                                + " physicians, so that yours would be one of too few pseudonyms. Come back when the"
                                + " operator has loaded the whole of it."));
    }

    /** Every group that is large enough. */
    List<String> all() {
        Count count = count();
        return Stream.concat(count.all().stream().map(Specialty::code), Stream.of(IssuerKey.PROFESSION))
                .distinct()
                .filter(code -> count.eligible(code) >= smallest)
                .toList();
    }

    /** How many physicians the registry lists in a group. */
    long eligible(String group) {
        return count().eligible(group);
    }

    /** Equal to what it was as long as all groups are what they were. */
    Object state() {
        return List.of(census.physicians(), specialties.changes());
    }

    private Count count() {
        List<Specialty> all = specialties.all();
        Map<String, Long> physicians = new HashMap<>();
        census.physicians().forEach((code, number) -> physicians.merge(specialty(all, code), number, Long::sum));
        return new Count(all, physicians);
    }

    private static String specialty(List<Specialty> all, String taxonomy) {
        return all.stream()
                .filter(specialty -> specialty.taxonomies().contains(taxonomy))
                .map(Specialty::code)
                .findFirst()
                .orElse(taxonomy);
    }

    /** The specialties at one moment, and how many physicians each has. */
    private record Count(List<Specialty> all, Map<String, Long> physicians) {

        long eligible(String group) {
            return physicians.entrySet().stream()
                    .filter(specialty -> upwards(specialty.getKey()).anyMatch(group::equals))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** The specialty itself and what is broader, step by step; whatever a catalogue says, this ends with the profession. */
        Stream<String> upwards(String specialty) {
            List<String> steps = new ArrayList<>();
            Set<String> seen = new HashSet<>(Set.of(""));
            for (String code = specialty; seen.add(code); code = broader(code)) {
                steps.add(code);
            }
            return Stream.concat(steps.stream(), Stream.of(IssuerKey.PROFESSION));
        }

        private String broader(String code) {
            return all.stream()
                    .filter(specialty -> specialty.code().equals(code))
                    .map(Specialty::broader)
                    .findFirst()
                    .orElse("");
        }
    }
}
