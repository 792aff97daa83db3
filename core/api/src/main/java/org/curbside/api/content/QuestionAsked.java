package org.curbside.api.content;

import java.time.Instant;
import java.util.List;

/**
 * A question was asked.
 *
 * @param member the author's account
 * @param specialty the code of the author's specialty
 */
public record QuestionAsked(long question, long member, String specialty, List<String> topics, Instant at)
        implements QuestionEvent {

    /** Takes a copy of the list. */
    public QuestionAsked {
        topics = List.copyOf(topics);
    }
}
