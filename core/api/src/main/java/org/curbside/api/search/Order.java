package org.curbside.api.search;

/** What comes first. */
public enum Order {
    /** What fits best. */
    BEST,
    /** What was asked last. */
    NEWEST
}
