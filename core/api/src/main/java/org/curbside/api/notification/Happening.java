package org.curbside.api.notification;

/**
 * Something that happened, for pages that are open.
 *
 * @param id grows with every happening, in the order in which they become visible
 * @param question the question's number
 * @param channel the code of the question's channel
 * @param walled whether that channel is
 * @param member the account of whoever did it, who need not be told; no door shows it to anybody
 */
public record Happening(long id, Kind kind, long question, String channel, boolean walled, long member) {

    /** What. */
    public enum Kind {
        /** A question was asked. */
        QUESTION_ASKED,
        /** Advice was given. */
        ADVICE_GIVEN,
        /** Somebody replied to advice; those whom it concerns are told by the inbox. */
        REPLY_GIVEN,
        /** Whoever asked said what became of it. */
        QUESTION_CONCLUDED,
        /** Few agree with a member's advice; only the author is told, by the inbox. */
        VIEW_IN_MINORITY,
        /** Moderators did something about a member's post; only the author is told, by the inbox. */
        POST_MODERATED,
        /** A saved search finds a new question; only whoever keeps the search is told, by the inbox. */
        SEARCH_MATCHED;

        /** Whether it is told to the member whom it concerns, and to nobody else. */
        public boolean isPrivate() {
            return this == VIEW_IN_MINORITY || this == POST_MODERATED || this == SEARCH_MATCHED;
        }
    }
}
