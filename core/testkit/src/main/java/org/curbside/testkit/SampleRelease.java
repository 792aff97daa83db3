package org.curbside.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;
import org.curbside.spi.export.Table;
import org.curbside.spi.export.Variable;

/** A release that never saw the gate, with the cells that formats get wrong; for tests only. All its days are in 2019. */
public record SampleRelease(String id, String title, Instant issued, List<Table> tables, MethodCard method)
        implements Release {

    /** The first table: region, ballots (a count), remark. */
    public static final String TABLE = "ballots";

    /** The second table of {@link #small}: week, share; one row with a share and one where it is suppressed. */
    public static final String OTHER_TABLE = "weeks";

    public static final int SUPPRESSED_ROW = 1;
    public static final int ZERO_ROW = 2;
    public static final int EMPTY_ROW = 3;
    public static final int AWKWARD_ROW = 4;
    public static final int NEGATIVE_ROW = 5;

    /** The first of those that hold the {@link #FORMULAS}, as region and as remark. */
    public static final int FORMULA_ROW = 6;

    public static final String AWKWARD = "say \"no\", then;\r\nwait\t\\ <b>\u00e9\u20ac\ud83d\ude00</b> & 'go'";
    public static final List<String> FORMULAS = List.of("=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(1)", "\t=1+1");

    /** Rows of the first table of {@link #small}, the header not counted; the rows above count it, so they begin at 1. */
    public static final int ROWS = FORMULA_ROW - 1 + FORMULAS.size();

    public static final String COLUMN_LABEL = "Ballots, with noise";
    public static final String FORMULA_LABEL = "=REMARK(1)";
    public static final String MEANING = "Pacific and Mountain";
    public static final String POPULATION = "Physicians who answered.";
    public static final String NOISE = "Discrete Laplace, scale 2.";

    private static final Cell HIDDEN = new Cell.Suppressed();

    /** Two tables, the first with a row of each kind. */
    public static SampleRelease small() {
        List<List<Cell>> rows = new ArrayList<>(List.of(
                row("West", HIDDEN, "few"),
                row("East", new Cell.Value("0"), "none"),
                row("North", new Cell.Value(""), ""),
                row("South", new Cell.Value("41"), AWKWARD),
                row("Isles", new Cell.Value("-3"), "noise")));
        FORMULAS.forEach(formula -> rows.add(row(formula, new Cell.Value("12"), formula)));
        List<List<Cell>> weeks = List.of(
                List.of(new Cell.Value("2019-W49"), new Cell.Value("0.25")),
                List.of(new Cell.Value("2019-W50"), HIDDEN));
        return of(List.of(
                new SampleTable(TABLE, columns(), rows),
                new SampleTable(
                        OTHER_TABLE,
                        List.of(
                                new Variable("week", "Week", Variable.Type.DATE, Map.of()),
                                new Variable("share", "Share", Variable.Type.NUMBER, Map.of())),
                        weeks)));
    }

    /** The first table with as many rows as asked for. */
    public static SampleRelease ofRows(int rows) {
        return ofRows(rows, row -> {});
    }

    /** Rows that are made one at a time while they are read, and can be read only once; from 0 they tell when. */
    static SampleRelease ofRows(int rows, IntConsumer reading) {
        AtomicBoolean read = new AtomicBoolean();
        return of(List.of(new SampleTable(TABLE, columns(), () -> {
            if (read.getAndSet(true)) {
                throw new IllegalStateException("The rows of a table are read once.");
            }
            return IntStream.range(0, rows)
                    .peek(reading)
                    .mapToObj(i -> row("Region " + i, new Cell.Value(String.valueOf(i)), "long"))
                    .iterator();
        })));
    }

    private static SampleRelease of(List<Table> tables) {
        return new SampleRelease(
                "sample-1",
                "Sample",
                Instant.parse("2019-12-30T12:00:00Z"),
                tables,
                new MethodCard(
                        POPULATION,
                        "61, as far as this tells",
                        LocalDate.parse("2019-12-01"),
                        LocalDate.parse("2019-12-29"),
                        "Half of those asked.",
                        "Not weighted.",
                        NOISE,
                        "Cells under 11 are withheld."));
    }

    private static List<Variable> columns() {
        return List.of(
                new Variable("region", "Region", Variable.Type.CODE, Map.of("West", MEANING)),
                new Variable("ballots", COLUMN_LABEL, Variable.Type.COUNT, Map.of()),
                new Variable("remark", FORMULA_LABEL, Variable.Type.TEXT, Map.of()));
    }

    private static List<Cell> row(String region, Cell ballots, String remark) {
        return List.of(new Cell.Value(region), ballots, new Cell.Value(remark));
    }

    private record SampleTable(String name, List<Variable> columns, Iterable<List<Cell>> rows) implements Table {}
}
