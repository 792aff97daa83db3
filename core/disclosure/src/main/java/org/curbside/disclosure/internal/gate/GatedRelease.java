package org.curbside.disclosure.internal.gate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;
import org.curbside.spi.export.Table;
import org.curbside.spi.export.Variable;

/** The only kind of release there is. Only the gate can make one, or read one back that it made. */
record GatedRelease(String id, String title, Instant issued, List<GatedTable> gated, MethodCard method)
        implements Release {

    GatedRelease {
        gated = List.copyOf(gated);
    }

    @Override
    public List<Table> tables() {
        return List.copyOf(gated);
    }

    /** A table of cells that may all be seen. */
    record GatedTable(String name, List<Variable> columns, List<List<GatedCell>> cells) implements Table {

        GatedTable {
            columns = List.copyOf(columns);
            cells = cells.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (cells.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("Every row of " + name + " has a cell for each column.");
            }
        }

        @Override
        public Iterable<List<Cell>> rows() {
            return cells.stream()
                    .map(row -> row.stream().map(GatedCell::cell).toList())
                    .toList();
        }
    }

    /** A cell as it is kept. */
    record GatedCell(boolean suppressed, String text) {

        @JsonCreator
        GatedCell(@JsonProperty("suppressed") boolean suppressed, @JsonProperty("text") String text) {
            this.suppressed = suppressed;
            this.text = text;
        }

        static GatedCell of(String text) {
            return new GatedCell(false, text);
        }

        static GatedCell hidden() {
            return new GatedCell(true, "");
        }

        Cell cell() {
            return suppressed ? new Cell.Suppressed() : new Cell.Value(text);
        }
    }
}
