package org.curbside.api.membership;

/**
 * A verified physician, known by a pseudonym only.
 *
 * @param name the pseudonym
 * @param specialty the code of the specialty that the licence desk vouched for
 */
public record Member(long id, String name, String specialty) implements Visitor {}
