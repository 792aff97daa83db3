package org.curbside.api.membership;

/** Someone who runs this instance. */
public record Operator(long id, String name) implements Visitor {}
