package org.curbside.api.membership;

/** Whoever is signed in. */
public sealed interface Visitor permits Member, Dormant, Analyst, Operator {

    /** Identifies the account for good. */
    long id();

    /** What the account is called on pages. */
    String name();
}
