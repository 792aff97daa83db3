package org.curbside.export.csv;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.ExportFormat;
import org.curbside.spi.export.ExportFormatId;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;
import org.curbside.spi.export.Table;
import org.curbside.spi.export.Variable;
import org.osgi.service.component.annotations.Component;

/**
 * A ZIP archive with one CSV file (RFC 4180, UTF-8, header line) per table, {@code codebook.csv} and {@code method.txt}. A
 * suppressed cell says {@code suppressed}. A text that a spreadsheet would run as a formula begins with an apostrophe.
 */
@Component
@ExportFormatId(id = "csv", mediaType = "application/zip", extension = "zip")
public final class CsvFormat implements ExportFormat {

    private static final String SUPPRESSED = "suppressed";
    private static final String FORMULA = "=+-@\t\r\n|%";

    /** A fixed day that every ZIP reader knows: the same release gives the same bytes. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

    @Override
    public void write(Release release, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(unclosed(out), StandardCharsets.UTF_8);
        for (Table table : release.tables()) {
            entry(zip, table.name() + ".csv", writer -> rows(table, writer));
        }
        entry(zip, "codebook.csv", writer -> codebook(release, writer));
        entry(zip, "method.txt", writer -> method(release, writer));
        zip.finish();
        zip.flush();
    }

    private static void rows(Table table, Writer writer) throws IOException {
        line(writer, table.columns().stream().map(Variable::name).toList());
        List<Variable> columns = table.columns();
        for (List<Cell> row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                writer.write(i == 0 ? "" : ",");
                writer.write(quoted(text(row.get(i), columns.get(i))));
            }
            writer.write("\r\n");
        }
    }

    private static String text(Cell cell, Variable column) {
        if (!(cell instanceof Cell.Value value)) {
            return SUPPRESSED;
        }
        boolean number = column.type() == Variable.Type.COUNT || column.type() == Variable.Type.NUMBER;
        return number ? value.text() : disarmed(value.text());
    }

    private static void codebook(Release release, Writer writer) throws IOException {
        line(writer, List.of("table", "variable", "type", "label", "value", "meaning"));
        for (Table table : release.tables()) {
            for (Variable variable : table.columns()) {
                List<String> about =
                        List.of(table.name(), variable.name(), variable.type().name(), disarmed(variable.label()));
                line(writer, about, "", "");
                for (Map.Entry<String, String> value : variable.values().entrySet()) {
                    line(writer, about, disarmed(value.getKey()), disarmed(value.getValue()));
                }
                line(writer, about, SUPPRESSED, "Withheld by the disclosure gate; not zero and not missing");
            }
        }
    }

    private static void method(Release release, Writer writer) throws IOException {
        MethodCard card = release.method();
        for (String line : List.of(
                release.title(),
                "Release " + release.id() + ", issued " + release.issued(),
                "",
                "Population: " + card.population(),
                "Physicians: " + card.physicians(),
                "Period: " + card.from() + " to " + card.until(),
                "Response rate: " + card.responseRate(),
                "Weighting: " + card.weighting(),
                "Noise: " + card.noise(),
                "Suppression: " + card.suppression())) {
            writer.write(line + "\r\n");
        }
    }

    private static void line(Writer writer, List<String> first, String... rest) throws IOException {
        String begin = String.join(",", first.stream().map(CsvFormat::quoted).toList());
        writer.write(begin);
        for (String value : rest) {
            writer.write("," + quoted(value));
        }
        writer.write("\r\n");
    }

    private static String disarmed(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static void entry(ZipOutputStream zip, String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        Writer writer = new BufferedWriter(new OutputStreamWriter(unclosed(zip), StandardCharsets.UTF_8));
        content.write(writer);
        writer.flush();
        zip.closeEntry();
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private interface Content {
        void write(Writer writer) throws IOException;
    }
}
