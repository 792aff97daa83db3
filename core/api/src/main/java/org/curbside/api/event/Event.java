package org.curbside.api.event;

/**
 * Something that happened and is on disk: a record named in the past tense that carries ids. Written to the outbox in
 * the transaction that made it true, delivered afterwards, at least once.
 */
public interface Event {}
