package org.curbside.api.content;

import java.time.Instant;
import java.util.List;
import org.curbside.api.event.Event;

/**
 * Advice was given.
 *
 * @param member the adviser's account
 * @param specialty the code of the adviser's specialty
 * @param topics those of the question
 */
public record CommentGiven(long question, long comment, long member, String specialty, List<String> topics, Instant at)
        implements Event {

    /** Takes a copy of the list. */
    public CommentGiven {
        topics = List.copyOf(topics);
    }
}
