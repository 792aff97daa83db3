package org.curbside.api.event;

/**
 * An event and its place among all that happened.
 *
 * @param position grows with every event; an event that comes again has the same
 */
public record Placed<E extends Event>(long position, E event) {}
