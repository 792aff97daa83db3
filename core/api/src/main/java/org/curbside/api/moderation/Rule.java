package org.curbside.api.moderation;

/** What a post can be flagged for, and the rule that a moderator finds broken; the gravest first. */
public enum Rule {
    /** Somebody could recognise a patient. */
    PATIENT(7, "could identify a patient"),
    /** It says who a member or a colleague is. */
    COLLEAGUE(6, "could identify a colleague"),
    /** Whoever followed it could do harm. */
    UNSAFE(5, "unsafe advice"),
    /** It attacks a person and not a view. */
    UNCIVIL(4, "uncivil"),
    /** It advertises, or hides a conflict of interest. */
    ADVERTISING(3, "advertising, or an undeclared interest"),
    /** It is in the wrong place. */
    OFF_TOPIC(2, "off topic"),
    /** Something else, in the flagger's own words. */
    OTHER(1, "another reason");

    private final int severity;
    private final String words;

    Rule(int severity, String words) {
        this.severity = severity;
        this.words = words;
    }

    /** 1 to 7; the larger, the graver. */
    public int severity() {
        return severity;
    }

    /** In a few words, as everybody reads it. */
    public String words() {
        return words;
    }
}
