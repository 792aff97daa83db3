package org.curbside.spi.poll;

import java.util.List;

/** A standard way to show a result; the platform draws it, with a table beside it for those who do not see. */
public sealed interface Figure {

    String title();

    /** Counts side by side, in the order given. */
    record Distribution(String title, List<Bar> bars) implements Figure {

        public Distribution {
            bars = List.copyOf(bars);
        }
    }

    /** One number with its unit, which may be empty. */
    record Estimate(String title, double value, String unit) implements Figure {}

    /** A labelled count of ballots. */
    record Bar(String label, long count) {}
}
