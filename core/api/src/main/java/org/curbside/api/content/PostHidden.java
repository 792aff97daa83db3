package org.curbside.api.content;

import java.time.Instant;
import java.util.List;
import org.curbside.api.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * A post was hidden: whoever lists, counts or indexes it leaves it out.
 *
 * @param question the question itself, or the one that it is on
 * @param poll of a question, or null
 * @param topics what it was counted under, see {@link QuestionAsked} and {@link CommentGiven}; nothing for a reply
 * @param written when it was
 * @param at when this happened
 */
public record PostHidden(
        PostKind kind, long post, long question, @Nullable Long poll, List<String> topics, Instant written, Instant at)
        implements Event {

    /** Takes a copy of the list. */
    public PostHidden {
        topics = List.copyOf(topics);
    }
}
