package org.curbside.identity.internal.registry;

import java.util.List;

/**
 * One line of a bulk file, taken apart (RFC 4180, but a value never holds a line break: a registry's file has one row per
 * line, so that a quote too many spoils one row and not the rest of the file).
 */
final class Line {

    private Line() {}

    /**
     * Puts the values of a line into {@code values}, which is cleared first; false if a quote is not closed. Where values are
     * not quoted, a quote is a letter like any other.
     */
    static boolean split(String line, char delimiter, boolean quotes, List<String> values) {
        values.clear();
        int at = 0;
        while (at <= line.length()) {
            boolean quoted = quotes && at < line.length() && line.charAt(at) == '"';
            int end = quoted ? closingQuote(line, at + 1) : next(line, delimiter, at);
            if (end < 0) {
                return false;
            }
            values.add(quoted ? line.substring(at + 1, end).replace("\"\"", "\"") : line.substring(at, end));
            int after = quoted ? end + 1 : end;
            if (after < line.length() && line.charAt(after) != delimiter) {
                return false;
            }
            at = after + 1;
        }
        return true;
    }

    private static int next(String line, char delimiter, int from) {
        int found = line.indexOf(delimiter, from);
        return found < 0 ? line.length() : found;
    }

    private static int closingQuote(String line, int from) {
        int at = line.indexOf('"', from);
        while (at >= 0 && at + 1 < line.length() && line.charAt(at + 1) == '"') {
            at = line.indexOf('"', at + 2);
        }
        return at;
    }
}
