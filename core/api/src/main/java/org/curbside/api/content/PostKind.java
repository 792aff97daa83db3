package org.curbside.api.content;

/** What members write where others read it. */
public enum PostKind {
    /** A {@link Question}. */
    QUESTION,
    /** A {@link Comment}. */
    ADVICE,
    /** A {@link Reply}. */
    REPLY
}
