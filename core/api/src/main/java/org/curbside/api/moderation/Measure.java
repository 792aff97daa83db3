package org.curbside.api.moderation;

/** What is decided about a post and its author. */
public enum Measure {
    /** Nothing is wrong with it. */
    DISMISS,
    /** It is hidden, and its author reads why. */
    HIDE,
    /** Its author is warned. */
    WARN,
    /** Its author reads for some days, and writes nothing. */
    SUSPEND,
    /** Its author is to be shut out. One proposes that; another moderator or an operator has to agree. */
    BAN
}
