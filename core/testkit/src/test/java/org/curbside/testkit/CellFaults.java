package org.curbside.testkit;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.ExportFormatId;
import org.curbside.spi.export.Table;
import org.curbside.spi.export.Variable;

/** Faults in how a format writes a cell. */
final class CellFaults {

    private CellFaults() {}

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("a_suppressed_cell_is_neither_empty_nor_a_number")
    static final class ShowsSuppressedAsZero extends TabbedFormat {
        @Override
        String suppressed() {
            return "0";
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("a_suppressed_cell_is_neither_empty_nor_a_number")
    static final class ShowsSuppressedAsNothing extends TabbedFormat {
        @Override
        String suppressed() {
            return "";
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("a_suppressed_cell_is_neither_empty_nor_a_number")
    static final class ShowsSuppressedAsANumberThatCannotBe extends TabbedFormat {
        @Override
        String suppressed() {
            return "-99";
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("a_suppressed_cell_is_neither_empty_nor_a_number")
    static final class ShowsNothingAsSuppressed extends TabbedFormat {
        @Override
        String value(String text, Variable column) {
            return text.isEmpty() ? suppressed() : super.value(text, column);
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("no_text_runs_as_a_formula")
    static final class LetsFormulasRun extends TabbedFormat {
        @Override
        String disarmed(String text) {
            return text;
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("no_text_runs_as_a_formula")
    static final class ThinksThatFormulasBeginWithEquals extends TabbedFormat {
        @Override
        String disarmed(String text) {
            return text.startsWith("=") ? "'" + text : text;
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("no_text_runs_as_a_formula")
    static final class TrustsCodes extends TabbedFormat {
        @Override
        String value(String text, Variable column) {
            return column.type() == Variable.Type.TEXT ? disarmed(text) : text;
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("no_text_runs_as_a_formula")
    static final class TrustsTheCodebook extends TabbedFormat {
        @Override
        String label(Variable variable) {
            return variable.label();
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("values_come_back_where_and_as_they_were")
    static final class TakesANegativeNumberForAFormula extends TabbedFormat {
        @Override
        String value(String text, Variable column) {
            return disarmed(text);
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks({"values_come_back_where_and_as_they_were", "no_text_runs_as_a_formula"})
    static final class BreaksAtTabsAndLines extends TabbedFormat {
        @Override
        String escaped(String text) {
            return text;
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("values_come_back_where_and_as_they_were")
    static final class MakesOneLineOfTwo extends TabbedFormat {
        @Override
        String value(String text, Variable column) {
            return super.value(text.replace("\r\n", " "), column);
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("values_come_back_where_and_as_they_were")
    static final class KnowsPlainLettersOnly extends TabbedFormat {
        @Override
        String value(String text, Variable column) {
            byte[] latin = super.value(text, column).getBytes(StandardCharsets.ISO_8859_1);
            return new String(latin, StandardCharsets.ISO_8859_1);
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks({
        "values_come_back_where_and_as_they_were",
        "every_table_is_in_the_file",
        "a_table_without_rows_has_its_header",
        "no_text_runs_as_a_formula",
        "a_suppressed_cell_is_neither_empty_nor_a_number"
    })
    static final class WritesNoHeader extends TabbedFormat {
        @Override
        void table(Table table, Writer writer) throws IOException {
            for (List<Cell> row : table.rows()) {
                row(table.columns(), row, writer);
            }
        }
    }
}
