package org.curbside.spi.verification;

import java.util.List;

/**
 * A column of a bulk file, bound by its header and never by its position.
 *
 * @param name the header in the newest edition of the file
 * @param aliases its headers in other editions
 * @param required whether a file without it is refused as a whole
 */
public record Column(String name, List<String> aliases, boolean required) {

    public Column {
        aliases = List.copyOf(aliases);
    }

    public static Column required(String name, String... aliases) {
        return new Column(name, List.of(aliases), true);
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, List.of(aliases), false);
    }
}
