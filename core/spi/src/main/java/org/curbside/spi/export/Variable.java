package org.curbside.spi.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of a codebook: a column of a table or an answer of a poll.
 *
 * @param name a lower-case letter, then lower-case letters, digits and underscores; at most 64
 * @param label what it means, in words
 * @param values the meaning of each coded value, in order; empty where values speak for themselves
 */
public record Variable(String name, String label, Type type, Map<String, String> values) {

    /** Of the values. */
    public enum Type {
        /** A whole number of physicians, ballots or posts. */
        COUNT,
        /** A decimal number with a point. */
        NUMBER,
        /** One of the coded values. */
        CODE,
        /** Words. */
        TEXT,
        /** An ISO 8601 date or week. */
        DATE
    }

    public Variable {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
