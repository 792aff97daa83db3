package org.curbside.identity.internal.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Row;

/** Where each declared column is in this edition of a file. */
final class Header {

    private static final int ABSENT = -1;

    private final Map<String, Integer> places = new HashMap<>();
    private final int width;

    private Header(int width) {
        this.width = width;
    }

    static Header bind(BulkRegistry registry, List<String> headers) {
        Header header = new Header(headers.size());
        for (Column column : registry.columns()) {
            int place = Stream.concat(Stream.of(column.name()), column.aliases().stream())
                    .mapToInt(headers::indexOf)
                    .filter(found -> found >= 0)
                    .findFirst()
                    .orElse(ABSENT);
            if (place == ABSENT && column.required()) {
                throw Refusal.invalid(
                        "column-missing",
                        "file",
                        "This is not a file of this registry: it has no column \"" + column.name() + "\".");
            }
            header.places.put(column.name(), place);
        }
        return header;
    }

    /** Some registries end every row with a separator, and the header not. */
    boolean fits(List<String> values) {
        return values.size() == width
                || (values.size() == width + 1 && values.get(width).isEmpty());
    }

    Row row(List<String> values) {
        return column -> {
            Integer place = places.get(column);
            if (place == null) {
                throw new IllegalArgumentException("This column is not declared: " + column);
            }
            return place == ABSENT ? "" : values.get(place).strip();
        };
    }
}
