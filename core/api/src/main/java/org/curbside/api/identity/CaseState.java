package org.curbside.api.identity;

/** How far a claim has come. */
public enum CaseState {
    /** A letter with a code is to be printed, or on its way. */
    LETTER,
    /** A registry's answer was not clear; a person decides. */
    REVIEW,
    /** Proven; the credential can be fetched. */
    PROVEN,
    /** A person decided against it. */
    REFUSED
}
