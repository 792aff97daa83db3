package org.curbside.identity.internal.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.jspecify.annotations.Nullable;

/**
 * An array of objects, as Socrata gives it, each a row and none ever kept; pages that were put behind each other are read as
 * one. A member that is an object or an array itself is passed over.
 */
final class JsonRows implements Rows {

    private static final int DEEPEST = 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Lines.LONGEST)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private final JsonParser parser;
    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> declared;
    private final List<String> headers;
    private boolean isObject;
    private boolean first = true;
    private boolean more;
    private long line;

    JsonRows(InputStream in, BulkRegistry registry) throws IOException {
        parser = JSON.createParser(in);
        for (Column column : registry.columns()) {
            Stream.concat(Stream.of(column.name()), column.aliases().stream())
                    .forEach(header -> columns.putIfAbsent(Header.folded(header), column.name()));
        }
        declared = Set.copyOf(columns.values());
        more = advance();
        headers = List.copyOf(values.keySet());
        if (registry.columns().stream().noneMatch(column -> column.required() && values.containsKey(column.name()))) {
            throw Refusal.invalid(
                    "column-missing",
                    "file",
                    "This is not a file of this registry: it does not begin with an array of its objects.");
        }
    }

    @Override
    public List<String> headers() {
        return headers;
    }

    /** The first row was read already, for its members are the headers. */
    @Override
    public boolean next() throws IOException {
        more = first ? more : advance();
        first = false;
        return more;
    }

    private boolean advance() throws IOException {
        try {
            values.clear();
            @Nullable JsonToken token = parser.nextToken();
            while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
                token = parser.nextToken();
            }
            isObject = token == JsonToken.START_OBJECT
                    && parser.getParsingContext().getParent().inArray();
            if (isObject) {
                readObject();
            }
            line = parser.currentLocation().getLineNr();
            return token != null;
        } catch (JsonProcessingException broken) {
            throw Refusal.invalid(
                    "file-broken",
                    "file",
                    "The file breaks off or is not JSON behind line " + line + ". Nobody was removed; fetch the file"
                            + " again and load it.");
        }
    }

    private void readObject() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            @Nullable String column = columns.get(Header.folded(parser.currentName()));
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
            } else if (column != null) {
                values.put(
                        column,
                        value == JsonToken.VALUE_NULL ? "" : parser.getText().strip());
            }
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public Row row() throws RejectedRow {
        if (!isObject) {
            throw new RejectedRow("The row is not an object.");
        }
        return column -> {
            if (!declared.contains(column)) {
                throw new IllegalArgumentException("This column is not declared: " + column);
            }
            return values.getOrDefault(column, "");
        };
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
