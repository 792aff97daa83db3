package org.curbside.search.internal.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What restricts a search. */
enum Operator {
    /** To a channel. */
    SPECIALTY,
    /** To a topic. */
    TOPIC,
    /** To what a member asked or advised on. */
    BY,
    /** To what is open or closed. */
    STATUS,
    /** To what was asked before a day. */
    BEFORE,
    /** To what was asked on a day or later. */
    AFTER,
    /** To what has a poll. */
    HAS,
    /** To what nobody has advised on. */
    IS;

    /** All of them, as a sentence lists them. */
    static final String LIST = "specialty:, topic:, by:, status:, before:, after:, has:poll and is:unanswered";

    /** As it is written. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Operator> of(String word) {
        return Arrays.stream(values())
                .filter(operator -> operator.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
