package org.curbside.api.membership;

/**
 * Someone who works for a client.
 *
 * @param client the client's lasting short name
 */
public record Analyst(long id, String name, String client) implements Visitor {}
