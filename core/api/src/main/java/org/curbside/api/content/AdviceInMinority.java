package org.curbside.api.content;

import java.time.Instant;

/**
 * Few agree with advice, of enough who rated it. For a day only its author may be told.
 *
 * @param member the adviser's account
 */
public record AdviceInMinority(long question, long comment, long member, Instant at) implements QuestionEvent {}
