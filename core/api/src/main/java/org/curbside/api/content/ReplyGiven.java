package org.curbside.api.content;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody replied to advice.
 *
 * @param comment the id of the advice
 * @param member the account of whoever replied
 * @param concerned the accounts of whoever asked, advised, and replied to this advice before; without that of whoever replied
 */
public record ReplyGiven(long question, long comment, long reply, long member, Set<Long> concerned, Instant at)
        implements QuestionEvent {

    /** Takes a copy of the set. */
    public ReplyGiven {
        concerned = Set.copyOf(concerned);
    }
}
