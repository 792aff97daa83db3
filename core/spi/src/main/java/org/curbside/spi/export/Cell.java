package org.curbside.spi.export;

/** What stands where a row meets a column. */
public sealed interface Cell {

    /** The value in its column's type, as text; empty where there is nothing to say. */
    record Value(String text) implements Cell {}

    /** Withheld by the gate. It is not zero and not empty, and no format may show it as either. */
    record Suppressed() implements Cell {}
}
