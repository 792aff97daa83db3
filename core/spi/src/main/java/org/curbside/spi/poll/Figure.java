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

    /**
     * What members put in order, the first place first, with the score by which it is there. It is for members only: an order that follows
     * from true counts says something of them, so no client is shown it.
     */
    record Ranking(String title, List<Place> places) implements Figure {

        public Ranking {
            places = List.copyOf(places);
        }
    }

    /** A labelled place in an order, with its score, which is finite. */
    record Place(String label, double score) {}

    /** A labelled count of ballots. */
    record Bar(String label, long count) {}
}
