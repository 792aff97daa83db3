package org.curbside.api.content;

import java.util.List;

/**
 * A specialty in which questions are asked.
 *
 * @param code its NUCC code
 * @param name as the field says it
 * @param topics suggested to whoever asks
 */
public record Channel(String code, String name, List<String> topics) {

    /** Takes a copy of the list. */
    public Channel {
        topics = List.copyOf(topics);
    }
}
