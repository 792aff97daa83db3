package org.curbside.identity.internal.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Liberation Sans, as PDFBox brings it along (SIL Open Font License): Latin, Greek and Cyrillic. */
final class Typeface {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final CmapLookup glyphs;

    Typeface() {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file()))) {
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Embeds what is used of it. */
    PDFont in(PDDocument document) throws IOException {
        try (InputStream file = file()) {
            return PDType0Font.load(document, file, true);
        }
    }

    private static InputStream file() {
        return Objects.requireNonNull(PDFont.class.getResourceAsStream(FILE), "PDFBox has lost its font");
    }

    /**
     * The text as it can be printed: a letter whose accent the font lacks stands without it, as post is delivered to that too.
     * Empty when it has letters that the font does not have at all, for nothing may be left out of a name.
     */
    Optional<String> printable(String text) {
        StringBuilder printed = new StringBuilder();
        for (int letter :
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
            if (has(letter)) {
                printed.appendCodePoint(letter);
                continue;
            }
            String plain = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}+", "");
            if (plain.isEmpty() ? !isMark(letter) : !plain.codePoints().allMatch(this::has)) {
                return Optional.empty();
            }
            printed.append(plain);
        }
        return Optional.of(printed.toString());
    }

    /** An accent that stands by itself belongs to the letter before it. */
    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    /** Glyph 0 is the box that stands for what is not there. */
    private boolean has(int letter) {
        return glyphs.getGlyphId(letter) != 0;
    }
}
