package org.curbside.api.content;

/** What a member thinks of a comment. */
public enum Rating {
    /** Would do the same. */
    AGREE,
    /** Right in part. */
    PARTLY,
    /** Would not do this. */
    DISAGREE
}
