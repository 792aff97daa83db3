package org.curbside.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;
import org.curbside.spi.export.Table;
import org.curbside.spi.export.Variable;

/** A release that never saw the gate, with the cells that formats get wrong; for tests only. */
public record SampleRelease(String id, String title, Instant issued, List<Table> tables, MethodCard method)
        implements Release {

    /** The only table: region, ballots (a count), remark. */
    public static final String TABLE = "ballots";

    /** Rows of {@link #small}, the header not counted; the rows below count it, so the first of them is 1. */
    public static final int ROWS = 6;

    public static final int SUPPRESSED_ROW = 1;
    public static final int ZERO_ROW = 2;
    public static final int EMPTY_ROW = 3;
    public static final int AWKWARD_ROW = 4;
    public static final int FORMULA_ROW = 5;
    public static final int NEGATIVE_ROW = 6;

    public static final String AWKWARD = "say \"no\", then\r\nwait \u00e9\u20ac";
    public static final String FORMULA = "=HYPERLINK(1)";
    public static final String COLUMN_LABEL = "Ballots, with noise";
    public static final String POPULATION = "Physicians who answered.";
    public static final String NOISE = "Discrete Laplace, scale 2.";

    private static final Cell HIDDEN = new Cell.Suppressed();

    /** One row of each kind. */
    public static SampleRelease small() {
        return of(List.of(
                row("West", HIDDEN, "few"),
                row("East", new Cell.Value("0"), "none"),
                row("North", new Cell.Value(""), ""),
                row("South", new Cell.Value("41"), AWKWARD),
                row("Centre", new Cell.Value("12"), FORMULA),
                row("Isles", new Cell.Value("-3"), "noise")));
    }

    /** As many rows as asked for, made one at a time while they are read. */
    public static SampleRelease ofRows(int rows) {
        return of(() -> IntStream.range(0, rows)
                .mapToObj(i -> row("Region " + i, new Cell.Value(String.valueOf(i)), "long"))
                .iterator());
    }

    private static SampleRelease of(Iterable<List<Cell>> rows) {
        return new SampleRelease(
                "sample-1",
                "Sample",
                Instant.parse("2026-01-05T12:00:00Z"),
                List.of(new SampleTable(TABLE, columns(), rows)),
                new MethodCard(
                        POPULATION,
                        "64",
                        LocalDate.parse("2025-12-01"),
                        LocalDate.parse("2025-12-31"),
                        "64 of 120 asked.",
                        "None.",
                        NOISE,
                        "Cells under 11 are withheld."));
    }

    private static List<Variable> columns() {
        return List.of(
                new Variable("region", "Region", Variable.Type.CODE, Map.of("West", "Pacific and Mountain")),
                new Variable("ballots", COLUMN_LABEL, Variable.Type.COUNT, Map.of()),
                new Variable("remark", "Remark", Variable.Type.TEXT, Map.of()));
    }

    private static List<Cell> row(String region, Cell ballots, String remark) {
        return List.of(new Cell.Value(region), ballots, new Cell.Value(remark));
    }

    private record SampleTable(String name, List<Variable> columns, Iterable<List<Cell>> rows) implements Table {}
}
