package org.curbside.api.content;

/**
 * A question on which nobody has advised yet.
 *
 * @param minutes for how long it has waited
 */
public record Waiting(Question question, long minutes) {}
