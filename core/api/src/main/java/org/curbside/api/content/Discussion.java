package org.curbside.api.content;

import java.util.List;

/**
 * A question with everything that was said on it: what a search reads. Nothing of it depends on who reads.
 *
 * @param imported whether it was written elsewhere, see {@link Imports}
 * @param advice in the order in which it was written
 * @param replies to the advice, in the order in which they were written
 */
public record Discussion(Question question, boolean imported, List<Contribution> advice, List<Contribution> replies) {

    /** Takes copies of the lists. */
    public Discussion {
        advice = List.copyOf(advice);
        replies = List.copyOf(replies);
    }

    /**
     * A piece of advice, or a reply to one.
     *
     * @param id the comment's; of a reply, that of the advice
     * @param imported whether it was written elsewhere
     */
    public record Contribution(long id, Author author, boolean imported, String text) {}
}
