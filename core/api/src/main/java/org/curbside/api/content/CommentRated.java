package org.curbside.api.content;

import java.time.Instant;
import java.util.List;

/**
 * A member rated a comment for the first time. How is not told.
 *
 * @param member the rater's account
 * @param specialty the code of the rater's specialty
 * @param topics those of the question
 */
public record CommentRated(long comment, long member, String specialty, List<String> topics, Instant at)
        implements RatingEvent {

    /** Takes a copy of the list. */
    public CommentRated {
        topics = List.copyOf(topics);
    }
}
