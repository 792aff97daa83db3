package org.curbside.api.membership;

import java.time.LocalDate;

/**
 * A session as its owner sees it. Nothing is known of where it is, and no time finer than a day.
 *
 * @param id opens nothing
 * @param here whether it is the one in which this is asked
 */
public record OpenSession(String id, LocalDate begun, LocalDate used, boolean here) {}
