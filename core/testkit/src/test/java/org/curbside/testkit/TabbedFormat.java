package org.curbside.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.ExportFormat;
import org.curbside.spi.export.ExportFormatId;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;
import org.curbside.spi.export.Table;
import org.curbside.spi.export.Variable;

/** Right: a name in brackets, lines of values with tabs between, an empty line. Faults are planted in its children. */
@ExportFormatId(id = "tabbed", mediaType = "text/tab-separated-values", extension = "tsv")
class TabbedFormat implements ExportFormat {

    @Override
    public void write(Release release, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        for (Table table : tables(release)) {
            writer.write("[" + table.name() + "]\n");
            table(table, writer);
            writer.write("\n");
        }
        codebook(release, writer);
        method(release.method(), writer);
        writer.flush();
    }

    List<Table> tables(Release release) {
        return release.tables();
    }

    void table(Table table, Writer writer) throws IOException {
        line(writer, table.columns().stream().map(Variable::name).toList());
        for (List<Cell> row : table.rows()) {
            row(table.columns(), row, writer);
        }
    }

    void row(List<Variable> columns, List<Cell> row, Writer writer) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i) instanceof Cell.Value value ? value(value.text(), columns.get(i)) : suppressed();
            writer.write((i == 0 ? "" : "\t") + escaped(text));
        }
        writer.write("\n");
    }

    String suppressed() {
        return "withheld";
    }

    String value(String text, Variable column) {
        return column.type() == Variable.Type.COUNT || column.type() == Variable.Type.NUMBER ? text : disarmed(text);
    }

    void codebook(Release release, Writer writer) throws IOException {
        for (Table table : release.tables()) {
            for (Variable variable : table.columns()) {
                String meanings = String.join("; ", variable.values().values());
                line(writer, List.of(variable.name(), label(variable), disarmed(meanings)));
            }
        }
    }

    String label(Variable variable) {
        return disarmed(variable.label());
    }

    void method(MethodCard card, Writer writer) throws IOException {
        line(writer, List.of(card.population(), card.physicians(), card.from() + " to " + card.until()));
        line(writer, List.of(card.responseRate(), card.weighting(), card.noise(), card.suppression()));
    }

    String disarmed(String text) {
        return text.isEmpty() || "=+-@\t".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    void line(Writer writer, List<String> values) throws IOException {
        writer.write(String.join("\t", values.stream().map(this::escaped).toList()) + "\n");
    }
}
