package org.curbside.api.identity.planted;

import org.curbside.api.event.Event;

/** Planted: an event of the licence desk. */
public record ClaimMade(long number) implements Event {}
