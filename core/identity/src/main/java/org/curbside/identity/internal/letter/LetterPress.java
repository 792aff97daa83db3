package org.curbside.identity.internal.letter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Makes letters ready to print: one page each, US Letter, to be folded in three. The address stands where the windows of a
 * #10, a DL and a C6/5 envelope show it however the sheet slides inside, and nothing else stands on that third of the page, so
 * that nobody sees from outside who writes.
 */
public final class LetterPress {

    private static final float MM = 72 / 25.4f;
    private static final float LEFT = 25 * MM;
    private static final float RIGHT = PDRectangle.LETTER.getWidth() - LEFT;
    private static final float WINDOW_TOP = 63.5f * MM;
    private static final float WINDOW_HEIGHT = 17 * MM;
    private static final float WINDOW_WIDTH = 85 * MM;
    private static final float LARGEST_ADDRESS = 11;
    private static final float LEADING = 1.1f;
    private static final float TEXT_TOP = 110 * MM;
    private static final float TEXT = 11;
    private static final float CODE = 34;
    private static final float PARAGRAPH = 1.4f;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Typeface typeface = new Typeface();

    /** Why a letter to that address cannot be printed, in a sentence; empty when it can. The first line is the name. */
    public Optional<String> obstacle(List<String> lines) {
        if (lines.size() < 2) {
            return Optional.of("There is no address.");
        }
        return lines.stream().allMatch(line -> typeface.printable(line).isPresent())
                ? Optional.empty()
                : Optional.of("The address has letters that the font does not have. Write it by hand.");
    }

    /** Writes one page for each letter. */
    public void print(List<Sheet> sheets, OutputStream out) {
        try (PDDocument document = new PDDocument()) {
            PDFont font = typeface.in(document);
            for (Sheet sheet : sheets) {
                PDPage page = new PDPage(PDRectangle.LETTER);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    address(content, font, sheet.lines());
                    text(content, font, sheet);
                }
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As large as the window takes it. */
    private void address(PDPageContentStream content, PDFont font, List<String> lines) throws IOException {
        List<String> printed = lines.stream()
                .map(line -> typeface.printable(line).orElseThrow())
                .toList();
        float size = Math.min(LARGEST_ADDRESS, WINDOW_HEIGHT / (LEADING * lines.size()));
        for (String line : printed) {
            size = Math.min(size, WINDOW_WIDTH / width(font, line, 1));
        }
        float top = WINDOW_TOP;
        for (String line : printed) {
            top += size * LEADING;
            show(content, font, size, top, line);
        }
    }

    private static void text(PDPageContentStream content, PDFont font, Sheet sheet) throws IOException {
        float top = TEXT_TOP;
        top = paragraph(
                content,
                font,
                top,
                "You have claimed the licence with the NPI " + sheet.npi()
                        + " at the licence desk of Curbside, or somebody has done so in your name. This letter goes to the address"
                        + " on your registry record, so that only you can show that it was you.");
        top = paragraph(
                content,
                font,
                top,
                "If it was you, open the page of your case in the browser with which you made the"
                        + " claim, or come back to it with the case key that you noted. Enter this code:");
        top += CODE;
        show(content, font, CODE, top, sheet.code().replaceAll("(.{4})(?=.)", "$1 "));
        top += CODE;
        top = paragraph(
                content,
                font,
                top,
                "The code is taken until " + DAY.format(sheet.expires())
                        + ". Five wrong ones end it; then you can ask for another letter on the same page.");
        top = paragraph(
                content,
                font,
                top,
                "If it was not you, throw this letter away. Do not pass the code on, not even to"
                        + " somebody who says that they call from Curbside.");
        show(content, font, TEXT - 2, top + TEXT, "No. " + sheet.number());
    }

    private static float paragraph(PDPageContentStream content, PDFont font, float top, String text)
            throws IOException {
        float line = top;
        for (String part : wrapped(font, text)) {
            line += TEXT * PARAGRAPH;
            show(content, font, TEXT, line, part);
        }
        return line + TEXT;
    }

    private static List<String> wrapped(PDFont font, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(font, line + " " + word, TEXT) > RIGHT - LEFT) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static float width(PDFont font, String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private static void show(PDPageContentStream content, PDFont font, float size, float top, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(LEFT, PDRectangle.LETTER.getHeight() - top);
        content.showText(text);
        content.endText();
    }

    /**
     * What stands on a page.
     *
     * @param number the case's
     * @param lines name and address
     * @param expires the last day on which the code is taken
     */
    public record Sheet(long number, List<String> lines, String npi, String code, LocalDate expires) {

        /** Takes a copy of the list. */
        public Sheet {
            lines = List.copyOf(lines);
        }
    }
}
