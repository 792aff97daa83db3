package org.curbside.api.moderation;

import java.time.Instant;
import java.util.List;
import org.curbside.api.content.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * A flagged post, as whoever decides sees it. Flaggers are counted and not named, and moderators are called by their masks.
 *
 * @param channel the name of the channel that it stands in
 * @param author the pseudonym that stands at the post; empty where nobody here wrote it
 * @param text as it was when it was first flagged
 * @param severity 1 to 7, the largest for the gravest rule that it was flagged for
 * @param hidden whether it is hidden now
 * @param claimedBy the mask of whoever looks at it now, or null
 * @param claimed whether that is the reader
 * @param reasons how often it was flagged for what, and in which words
 * @param history what else was found against the author within a year, a line each
 * @param civility how colleagues find the author's tone, or null while too few have said
 * @param decision or null
 * @param hearing what the author says to a proposed ban or in an appeal, or null
 * @param todo what the reader can do
 */
public record Case(
        long id,
        PostKind kind,
        long post,
        long question,
        String channel,
        String author,
        String title,
        String text,
        Instant opened,
        State state,
        int severity,
        boolean hidden,
        @Nullable String claimedBy,
        boolean claimed,
        List<Reason> reasons,
        List<String> history,
        @Nullable Civility civility,
        @Nullable Decision decision,
        @Nullable String hearing,
        Todo todo) {

    /** Takes copies of the lists. */
    public Case {
        reasons = List.copyOf(reasons);
        history = List.copyOf(history);
    }

    /** How far it is. */
    public enum State {
        /** Nobody has decided yet. */
        OPEN,
        /** One has proposed a ban, and another has to agree. */
        BAN_PROPOSED,
        /** It is decided, and the author can appeal once. */
        DECIDED,
        /** The author has appealed. */
        APPEALED,
        /** The appeal was decided, and the decision holds. */
        UPHELD,
        /** The appeal was decided, and the decision was taken back. */
        REVERSED
    }

    /** What a reader can do about a case. */
    public enum Todo {
        /** Nothing. */
        NOTHING,
        /** Decide. */
        DECIDE,
        /** Agree to a ban or not. */
        SECOND,
        /** Decide an appeal. */
        HEAR
    }

    /**
     * What it was flagged for.
     *
     * @param words of the flaggers who wrote any
     */
    public record Reason(Rule rule, int flags, List<String> words) {

        /** Takes a copy of the list. */
        public Reason {
            words = List.copyOf(words);
        }
    }
}
