package org.curbside.api.content;

import java.time.Instant;

/**
 * Whoever asked said what became of a question, and closed it. That a conclusion is written anew is not told.
 *
 * @param member the asker's account
 */
public record QuestionConcluded(long question, long member, Instant at) implements QuestionEvent {}
