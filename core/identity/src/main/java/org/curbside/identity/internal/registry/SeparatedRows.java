package org.curbside.identity.internal.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.jspecify.annotations.Nullable;

/**
 * A file of separated values, one row in a line. Lines of title may stand before the headers; an edition without headers is
 * known by its width.
 */
final class SeparatedRows implements Rows {

    private static final int MOST_TITLES = 5;

    private final Lines lines;
    private final BulkRegistry registry;
    private final char delimiter;
    private final boolean quoted;
    private final Deque<Raw> waiting = new ArrayDeque<>();
    private final List<String> values = new ArrayList<>();
    private final Header header;
    private Raw current = new Raw("", 0, false);

    SeparatedRows(InputStream in, BulkRegistry registry) throws IOException {
        this.registry = registry;
        this.delimiter = registry.delimiter();
        this.quoted = registry.quoted();
        this.lines = new Lines(in, registry.charset());
        this.header = header();
    }

    private Header header() throws IOException {
        @Nullable Refusal first = null;
        for (int i = 0; i < MOST_TITLES; i++) {
            @Nullable Raw line = read();
            if (line == null) {
                break;
            }
            waiting.add(line);
            try {
                Header bound = bind(line);
                waiting.clear();
                return bound;
            } catch (Refusal refusal) {
                first = first == null ? refusal : first;
            }
        }
        return headerless(first == null ? noHeaders() : first);
    }

    private Header bind(Raw line) {
        if (line.cut() || !Line.split(line.text(), delimiter, quoted, values)) {
            throw noHeaders();
        }
        return Header.bind(registry, values);
    }

    private Header headerless(Refusal otherwise) {
        List<String> headers = registry.headers();
        Raw first = waiting.peek();
        if (headers.isEmpty() || first == null || !Line.split(first.text(), delimiter, quoted, values)) {
            throw otherwise;
        }
        Header bound = Header.bind(registry, headers);
        if (!bound.fits(values)) {
            throw otherwise;
        }
        return bound;
    }

    private static Refusal noHeaders() {
        return Refusal.invalid("header-missing", "file", "The file does not begin with a line of column names.");
    }

    @Override
    public List<String> headers() {
        return header.headers();
    }

    @Override
    public boolean next() throws IOException {
        @Nullable Raw line = waiting.isEmpty() ? read() : waiting.poll();
        while (line != null && line.text().isBlank()) {
            line = waiting.isEmpty() ? read() : waiting.poll();
        }
        if (line == null) {
            return false;
        }
        current = line;
        return true;
    }

    @Override
    public long line() {
        return current.number();
    }

    @Override
    public Row row() throws RejectedRow {
        if (current.cut()) {
            throw new RejectedRow("The line is longer than a row can be.");
        }
        if (!Line.split(current.text(), delimiter, quoted, values)) {
            throw new RejectedRow("A quote is not closed.");
        }
        if (!header.fits(values)) {
            throw new RejectedRow("The row has more or fewer values than there are columns.");
        }
        return header.row(values);
    }

    private @Nullable Raw read() throws IOException {
        @Nullable String text = lines.next();
        return text == null ? null : new Raw(text, lines.number(), lines.cut());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private record Raw(String text, long number, boolean cut) {}
}
