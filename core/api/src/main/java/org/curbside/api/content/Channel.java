package org.curbside.api.content;

import java.util.List;
import org.curbside.spi.specialty.Guide;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.Term;

/**
 * A specialty in which questions are asked; and channels that are none, {@link #PRACTICE} and {@link #ELSEWHERE}.
 *
 * @param code its NUCC code
 * @param name as the field says it
 * @param synonyms other words it is looked for by
 * @param neighbours codes of those that are asked when this one is silent; some may never have been installed
 * @param broader code of the one that this is a part of, or empty
 * @param topics suggested to whoever asks
 * @param vocabulary topics that have other names
 * @param guide for whoever asks
 * @param purpose what it is for, where its name does not say; else empty
 * @param walled whether what is asked here stays here: it is shown in no list but the channel's own, and none of its topics is
 *     counted
 */
public record Channel(
        String code,
        String name,
        List<String> synonyms,
        List<String> neighbours,
        String broader,
        List<String> topics,
        List<Term> vocabulary,
        Guide guide,
        String purpose,
        boolean walled) {

    /** The code of the channel for whatever is about practising, and not about patients. */
    public static final String PRACTICE = "practice-and-policy";

    /** The code of the channel for what others wrote elsewhere, see {@link Imports}; nobody asks in it. */
    public static final String ELSEWHERE = "elsewhere";

    /** Takes copies of the lists. */
    public Channel {
        synonyms = List.copyOf(synonyms);
        neighbours = List.copyOf(neighbours);
        topics = List.copyOf(topics);
        vocabulary = List.copyOf(vocabulary);
    }

    /** A specialty with nothing but topics. */
    public Channel(String code, String name, List<String> topics) {
        this(code, name, List.of(), List.of(), "", topics, List.of(), Guide.NONE, "", false);
    }

    /** The channel that is made of a specialty. */
    public static Channel of(Specialty specialty) {
        return new Channel(
                specialty.code(),
                specialty.name(),
                specialty.synonyms(),
                specialty.neighbours(),
                specialty.broader(),
                specialty.topics(),
                specialty.vocabulary(),
                specialty.guide(),
                "",
                false);
    }
}
