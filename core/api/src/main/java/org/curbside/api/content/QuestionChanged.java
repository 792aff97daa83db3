package org.curbside.api.content;

import org.curbside.api.event.Event;

/**
 * What is found of a question is not what it was: it was edited, closed or opened again, or it or advice on it was taken over from elsewhere. What moderators do
 * is told by {@link PostHidden} and {@link PostRestored}. This is for whoever keeps a copy of it, such as an index, and no news for anybody.
 */
public record QuestionChanged(long question) implements Event {}
