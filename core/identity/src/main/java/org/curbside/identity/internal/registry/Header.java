package org.curbside.identity.internal.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Row;

/** Where each declared column is in this edition of a file. */
final class Header {

    private static final int ABSENT = -1;
    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> headers;

    private Header(List<String> headers) {
        this.headers = List.copyOf(headers);
    }

    static Header bind(BulkRegistry registry, List<String> headers) {
        Header header = new Header(headers);
        List<String> folded = headers.stream().map(Header::folded).toList();
        for (Column column : registry.columns()) {
            int place = place(column, headers, folded);
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

    /** The letters and digits of a header: "Last Name" and last_name are the same column. */
    static String folded(String header) {
        return BETWEEN_LETTERS.matcher(header).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static int place(Column column, List<String> headers, List<String> folded) {
        return Stream.concat(names(column).map(headers::indexOf), names(column).map(name -> only(folded(name), folded)))
                .filter(found -> found >= 0)
                .findFirst()
                .orElse(ABSENT);
    }

    private static Stream<String> names(Column column) {
        return Stream.concat(Stream.of(column.name()), column.aliases().stream());
    }

    private static int only(String name, List<String> folded) {
        int place = folded.indexOf(name);
        return place == folded.lastIndexOf(name) ? place : ABSENT;
    }

    List<String> headers() {
        return headers;
    }

    /** Some registries end every row with a separator and the header not, or the other way round. */
    boolean fits(List<String> values) {
        int width = headers.size();
        return values.size() == width
                || (values.size() == width + 1 && values.get(width).isEmpty())
                || (values.size() == width - 1 && headers.get(width - 1).isEmpty());
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
