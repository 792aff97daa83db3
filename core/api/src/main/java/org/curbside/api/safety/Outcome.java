package org.curbside.api.safety;

/** What became of the patient; the words of ICH E2B(R3), E.i.7. */
public enum Outcome {
    /** Recovered or resolved. */
    RECOVERED,
    /** Recovering or resolving. */
    RECOVERING,
    /** Not recovered. */
    NOT_RECOVERED,
    /** Recovered with sequelae. */
    SEQUELAE,
    /** Died of it. */
    FATAL,
    /** Not known. */
    UNKNOWN
}
