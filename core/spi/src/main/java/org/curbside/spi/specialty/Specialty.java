package org.curbside.spi.specialty;

import java.util.List;
import java.util.Set;

/**
 * A channel in which physicians ask and advise.
 *
 * @param code its own code in the NUCC provider taxonomy, or the first of its group's where the group has none
 * @param name as the field says it
 * @param taxonomies every NUCC code whose holders belong here, its own included
 * @param synonyms other words a physician may look for
 * @param neighbours codes of specialties that are asked when this one is too small or silent
 * @param topics suggested to whoever asks, the commonest first
 * @param broader code of the specialty among whose members this one's are where too few could hold its credentials for one
 *     of them to stay unknown; empty if that is the whole profession
 */
public record Specialty(
        String code,
        String name,
        Set<String> taxonomies,
        List<String> synonyms,
        List<String> neighbours,
        List<String> topics,
        String broader) {

    public Specialty {
        taxonomies = Set.copyOf(taxonomies);
        synonyms = List.copyOf(synonyms);
        neighbours = List.copyOf(neighbours);
        topics = List.copyOf(topics);
    }

    /** One with nothing broader than itself but the profession. */
    public Specialty(
            String code,
            String name,
            Set<String> taxonomies,
            List<String> synonyms,
            List<String> neighbours,
            List<String> topics) {
        this(code, name, taxonomies, synonyms, neighbours, topics, "");
    }
}
