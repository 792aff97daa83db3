package org.curbside.api.content;

import java.util.List;

/**
 * A question with everything that was said on it: what a search reads. Nothing of it depends on who reads.
 *
 * @param imported whether it was written elsewhere, see {@link Imports}
 * @param advice in the order in which it was written
 */
public record Discussion(Question question, boolean imported, List<Contribution> advice) {

    /** Takes a copy of the list. */
    public Discussion {
        advice = List.copyOf(advice);
    }

    /**
     * A piece of advice.
     *
     * @param id the comment's
     * @param imported whether it was written elsewhere
     */
    public record Contribution(long id, Author author, boolean imported, String text) {}
}
