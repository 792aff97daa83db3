package org.curbside.api.identity;

/** How far a claim has come. */
public enum CaseState {
    /** A letter with a code is to be printed, or on its way. */
    LETTER,
    /** A registry's answer was not clear; a person decides. */
    REVIEW,
    /** Proven; the credential can be fetched. */
    PROVEN,
    /** Proven, and since then a registry says that the licence is not active any more; no credential until it is again. */
    LAPSED,
    /** A person decided against it. */
    REFUSED
}
