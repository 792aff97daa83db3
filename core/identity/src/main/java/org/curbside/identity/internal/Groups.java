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
        Map<String, Long> counted = bySpecialty();
        return upwards(specialty)
                .filter(code -> eligible(code, counted) >= smallest)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict(
                        "too-few-physicians",
                        "The registry that this desk has loaded lists fewer than " + smallest
                                + " physicians, so that yours would be one of too few pseudonyms. Come back when the"
                                + " operator has loaded the whole of it."));
    }

    /** Every group that is large enough. */
    List<String> all() {
        Map<String, Long> counted = bySpecialty();
        return Stream.concat(specialties.all().map(Specialty::code), Stream.of(IssuerKey.PROFESSION))
                .distinct()
                .filter(code -> eligible(code, counted) >= smallest)
                .toList();
    }

    /** How many physicians the registry lists in a group. */
    long eligible(String group) {
        return eligible(group, bySpecialty());
    }

    private Map<String, Long> bySpecialty() {
        Map<String, Long> counts = new HashMap<>();
        census.physicians(List.of(Registries.NATIONAL))
                .forEach((code, physicians) -> counts.merge(specialties.of(List.of(code)), physicians, Long::sum));
        return counts;
    }

    private long eligible(String group, Map<String, Long> counted) {
        return counted.entrySet().stream()
                .filter(specialty -> upwards(specialty.getKey()).anyMatch(group::equals))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The specialty itself and what is broader, step by step; whatever a catalogue says, this ends with the profession. */
    private Stream<String> upwards(String specialty) {
        List<String> steps = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(""));
        for (String code = specialty; seen.add(code); code = broader(code)) {
            steps.add(code);
        }
        return Stream.concat(steps.stream(), Stream.of(IssuerKey.PROFESSION));
    }

    private String broader(String code) {
        return specialties.find(code).map(Specialty::broader).orElse("");
    }
}
