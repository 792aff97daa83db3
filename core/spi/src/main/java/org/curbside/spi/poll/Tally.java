package org.curbside.spi.poll;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counted ballots, by cell. Carries no trace of who answered.
 *
 * <p>Tallies of disjoint ballots merge by {@link #plus} in any order and grouping, so each node and each night can count
 * its own. The gate adds its noise to the cells.
 */
public record Tally(long ballots, SortedMap<String, Long> cells) {

    /** Of no ballots. */
    public static final Tally EMPTY = new Tally(0, new TreeMap<>());

    public Tally {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    /** One ballot that falls into the given cell only. */
    public static Tally of(String cell) {
        return new Tally(1, new TreeMap<>(Map.of(cell, 1L)));
    }

    /** Ballots in a cell, 0 where none fell. */
    public long in(String cell) {
        return cells.getOrDefault(cell, 0L);
    }

    public Tally plus(Tally other) {
        SortedMap<String, Long> sum = new TreeMap<>(cells);
        other.cells.forEach((cell, count) -> sum.merge(cell, count, Math::addExact));
        return new Tally(Math.addExact(ballots, other.ballots), sum);
    }
}
