package ${package};

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.ExportFormat;
import org.curbside.spi.export.ExportFormatId;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;
import org.curbside.spi.export.Table;
import org.curbside.spi.export.Variable;
import org.osgi.service.component.annotations.Component;

/** One page for reading and printing: every table, the codebook and how the numbers came about. */
@Component
// Never change the id: clients ask for it by this. The media type and the extension go to their browser.
@ExportFormatId(id = "${artifactId}", mediaType = "text/html", extension = "html")
public final class HtmlFormat implements ExportFormat {

    /** A spreadsheet that opens the page would run a cell that begins with one of these. */
    private static final String FORMULA = "=+-@\t\r\n|%";

    private static final String SUPPRESSED = "suppressed";

    /** Row by row as the release hands them out, so that memory does not grow with them. The stream stays open. */
    @Override
    public void write(Release release, OutputStream out) throws IOException {
        Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        // Change me: the looks of the page. It needs nothing from elsewhere, so that it reads the same in ten years.
        page.write("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head>"
                + "<meta charset=\"utf-8\"/><title>" + safe(release.title()) + "</title>"
                + "<style>body{font-family:sans-serif} td,th{border:1px solid;padding:0 .5em;text-align:left}</style>"
                + "</head><body>\n<h1>" + safe(release.title()) + "</h1>\n");
        for (Table table : release.tables()) {
            table(table, page);
        }
        codebook(release, page);
        method(release, page);
        page.write("</body></html>\n");
        page.flush();
    }

    private static void table(Table table, Writer page) throws IOException {
        List<Variable> columns = table.columns();
        page.write("<table id=\"" + safe(table.name()) + "\">\n<tr>");
        for (Variable column : columns) {
            page.write("<th>" + safe(column.name()) + "</th>");
        }
        page.write("</tr>\n");
        for (List<Cell> row : table.rows()) {
            page.write("<tr>");
            for (int i = 0; i < row.size(); i++) {
                page.write("<td>" + text(row.get(i), columns.get(i)) + "</td>");
            }
            page.write("</tr>\n");
        }
        page.write("</table>\n");
    }

    /** A suppressed cell is neither empty nor zero, and a number is never changed. */
    private static String text(Cell cell, Variable column) {
        if (!(cell instanceof Cell.Value value)) {
            return SUPPRESSED;
        }
        boolean number = column.type() == Variable.Type.COUNT || column.type() == Variable.Type.NUMBER;
        return number ? escaped(value.text()) : safe(value.text());
    }

    private static void codebook(Release release, Writer page) throws IOException {
        page.write("<h2>Codebook</h2>\n<dl>\n");
        for (Table table : release.tables()) {
            for (Variable variable : table.columns()) {
                page.write("<dt>" + safe(table.name() + ": " + variable.name()) + "</dt>\n");
                page.write("<dd>" + safe(variable.label()) + "</dd>\n");
                for (Map.Entry<String, String> value : variable.values().entrySet()) {
                    page.write("<dd>" + safe(value.getKey()) + ": " + escaped(value.getValue()) + "</dd>\n");
                }
            }
        }
        page.write("<dt>" + SUPPRESSED + "</dt><dd>Withheld; not zero and not missing.</dd>\n</dl>\n");
    }

    private static void method(Release release, Writer page) throws IOException {
        MethodCard card = release.method();
        page.write("<h2>Method</h2>\n");
        for (String line : List.of(
                "Release " + release.id() + ", issued " + release.issued(),
                "Population: " + card.population(),
                "Physicians: " + card.physicians(),
                "Period: " + card.from() + " to " + card.until(),
                "Response rate: " + card.responseRate(),
                "Weighting: " + card.weighting(),
                "Noise: " + card.noise(),
                "Suppression: " + card.suppression())) {
            page.write("<p>" + safe(line) + "</p>\n");
        }
    }

    private static String safe(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return escaped(formula ? "'" + text : text);
    }

    /** What is not a plain letter of a page is written by its number; what no page may hold becomes a question mark. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if ("&<>\"'\r".indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.appendCodePoint(isAllowed(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF;
    }
}
