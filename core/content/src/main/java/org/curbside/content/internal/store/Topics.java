package org.curbside.content.internal.store;

import java.util.List;

/** Topics as one column: none of them holds a line break. */
final class Topics {

    private Topics() {}

    static String join(List<String> topics) {
        return String.join("\n", topics);
    }

    static List<String> split(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split("\n", -1));
    }
}
