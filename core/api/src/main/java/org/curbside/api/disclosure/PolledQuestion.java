package org.curbside.api.disclosure;

/** A poll that a client can ask the result of. */
public record PolledQuestion(long id, String text) {}
