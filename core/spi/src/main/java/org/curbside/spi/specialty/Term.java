package org.curbside.spi.specialty;

import java.util.List;

/**
 * A topic, and what else it is called: abbreviations, lay words, other spellings. A search for one finds the others.
 *
 * @param topic as members read it
 * @param otherWords none of which is the topic itself
 */
public record Term(String topic, List<String> otherWords) {

    public Term {
        otherWords = List.copyOf(otherWords);
    }
}
