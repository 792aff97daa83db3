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
 * @param neighbours codes of specialties that are asked when this one is too small or silent; another catalogue may bring them
 * @param topics suggested to whoever asks, the commonest first
 * @param broader code of the specialty among whose members this one's are where too few could hold its credentials for one
 *     of them to stay unknown; empty if that is the whole profession. Another catalogue may bring it
 * @param vocabulary topics that have other names
 * @param guide for whoever asks
 */
public record Specialty(
        String code,
        String name,
        Set<String> taxonomies,
        List<String> synonyms,
        List<String> neighbours,
        List<String> topics,
        String broader,
        List<Term> vocabulary,
        Guide guide) {

    public Specialty {
        taxonomies = Set.copyOf(taxonomies);
        synonyms = List.copyOf(synonyms);
        neighbours = List.copyOf(neighbours);
        topics = List.copyOf(topics);
        vocabulary = List.copyOf(vocabulary);
    }

    /** One that offers nothing but topics. */
    public Specialty(
            String code,
            String name,
            Set<String> taxonomies,
            List<String> synonyms,
            List<String> neighbours,
            List<String> topics,
            String broader) {
        this(code, name, taxonomies, synonyms, neighbours, topics, broader, List.of(), Guide.NONE);
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

    /** The same for other holders. */
    public Specialty withTaxonomies(Set<String> others) {
        return new Specialty(code, name, others, synonyms, neighbours, topics, broader, vocabulary, guide);
    }
}
