package org.curbside.api.notification;

/**
 * What came to a member's inbox since they looked there or were reminded.
 *
 * @param questions how many questions there is something unread of
 * @param last the id of the latest entry of them, or 0
 */
public record News(int questions, long last) {}
