package org.curbside.api.content;

import java.time.Instant;
import java.util.List;

/**
 * Advice was given.
 *
 * @param member the adviser's account
 * @param specialty the code of the adviser's specialty
 * @param topics those of the question
 */
public record CommentGiven(long question, long comment, long member, String specialty, List<String> topics, Instant at)
        implements QuestionEvent {

    /** Takes a copy of the list. */
    public CommentGiven {
        topics = List.copyOf(topics);
    }
}
