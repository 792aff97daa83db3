package org.curbside.api.notification;

/** What can be subscribed to; the more exact one wins. */
public enum Subject {
    /** A channel, by its code. */
    SPECIALTY,
    /** A topic, in lower case. */
    TOPIC,
    /** A question, by its number. */
    QUESTION
}
