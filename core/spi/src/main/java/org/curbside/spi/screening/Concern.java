package org.curbside.spi.screening;

/**
 * A span of a text that could identify a patient.
 *
 * @param start index of its first UTF-16 unit in the text as given
 * @param end index after its last
 * @param kind a lower-case word with hyphens, the same for the same kind for good
 * @param message one sentence for the author; never repeats the span
 */
public record Concern(int start, int end, String kind, Severity severity, String message) {

    /** What the author has to do; the strictest first. */
    public enum Severity {
        /** Nothing is stored until the span is gone: it identifies by itself. */
        BLOCK,
        /** The author says that nobody can be recognised by it, or rewrites it: it identifies together with the rest. */
        CONFIRM,
        /** The author sees it on a list once before sending: it may be true of one person only. Since 1.1. */
        CONSIDER
    }

    public Concern {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A span has a length, but this is from " + start + " to " + end + ".");
        }
    }
}
