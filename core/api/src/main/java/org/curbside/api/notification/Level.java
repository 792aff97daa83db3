package org.curbside.api.notification;

/** How much a member hears of something. */
public enum Level {
    /** Every new question and piece of advice comes to the inbox. */
    WATCHING,
    /** What is new is marked in lists, and comes to no inbox. */
    TRACKING,
    /** Nothing; it does not wait for the member either. */
    MUTED
}
