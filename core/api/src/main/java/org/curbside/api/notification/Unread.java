package org.curbside.api.notification;

/**
 * What a member who tracks or watches a question has not read of it.
 *
 * @param question whether it was never opened
 * @param advice how many pieces of advice came since it was
 */
public record Unread(boolean question, int advice) {}
