package org.curbside.api.identity;

/**
 * How a way to show possession does that an add-on brings.
 *
 * @param failure why it could not be used when it was last tried since it came, in a sentence; empty if it could
 */
public record ProofStatus(String id, String title, String failure) {}
