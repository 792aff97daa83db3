package org.curbside.identity.internal.registry;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A file line by line. A line is cut at a bound, so that a file without line breaks does not fill the memory. */
final class Lines implements Closeable {

    /** NPPES has 330 columns and lines of about 1,200 characters. */
    static final int LONGEST = 1 << 18;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;
    private long number;
    private boolean cut;

    Lines(InputStream bytes, Charset charset) {
        in = new InputStreamReader(bytes, charset);
    }

    /** The next line without its ending, or null behind the last. */
    @Nullable
    String next() throws IOException {
        boolean first = number == 0;
        line.setLength(0);
        cut = false;
        boolean found = false;
        while (at < end || fill()) {
            found = true;
            int stop = lineEnd();
            keep(stop);
            if (stop < end) {
                at = stop + 1;
                break;
            }
            at = stop;
        }
        number += found ? 1 : 0;
        return found ? text(first) : null;
    }

    /** Whether the line was longer than {@link #LONGEST} and what is behind that is lost. */
    boolean cut() {
        return cut;
    }

    /** Which line it is; the first is 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private int lineEnd() {
        int stop = at;
        while (stop < end && buffer[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    private void keep(int stop) {
        int fits = Math.min(stop - at, LONGEST - line.length());
        line.append(buffer, at, fits);
        cut |= fits < stop - at;
    }

    private String text(boolean first) {
        String text = line.toString();
        int from = first && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        return text.substring(from, text.endsWith("\r") ? Math.max(from, text.length() - 1) : text.length());
    }
}
