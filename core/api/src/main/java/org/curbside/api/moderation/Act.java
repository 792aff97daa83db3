package org.curbside.api.moderation;

/** What a member does that others see or that costs others time. */
public enum Act {
    /** Asks. */
    ASK,
    /** Advises. */
    ADVISE,
    /** Replies to advice. */
    REPLY,
    /** Rates advice, or its tone. */
    RATE,
    /** Flags. */
    FLAG,
    /** Edits a post or its pictures, writes or takes back a conclusion, or answers a poll: as often as there is anything to answer. */
    ANSWER
}
