package org.curbside.api.delivery;

/** How often a digest comes, if there is anything to say. */
public enum Rhythm {
    /** Every day. */
    DAILY,
    /** From Monday to Friday. */
    WEEKDAYS,
    /** On Mondays. */
    WEEKLY
}
