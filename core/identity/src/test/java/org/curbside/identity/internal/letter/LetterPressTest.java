package org.curbside.identity.internal.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.curbside.identity.internal.letter.LetterPress.Sheet;
import org.junit.jupiter.api.Test;

class LetterPressTest {

    private static final double MM = 72 / 25.4;
    private static final List<String> ADDRESS = List.of("ADA SAMPLE", "1 SAMPLE ST", "SUITE 4", "TOWN NY 10001-0001");

    private final LetterPress press = new LetterPress();

    @Test
    void each_letter_is_a_page_with_its_address_its_code_and_its_last_day() throws IOException {
        try (PDDocument document = printed(sheet(7, "ABCDEFGH", ADDRESS), sheet(8, "23456789", ADDRESS))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(text(document, 1))
                    .contains(ADDRESS)
                    .contains("ABCD EFGH", "NPI 2000000012", "until 3 April 2026", "No. 7")
                    .doesNotContain("2345");
            assertThat(text(document, 2)).contains("2345 6789", "No. 8").doesNotContain("ABCD");
        }
    }

    @Test
    void the_window_shows_the_address_and_the_outer_third_nothing_else() throws IOException {
        List<String> long_ = List.of(
                "WILHELMINA-ALEXANDRA VAN DER SAMPLE-MONTGOMERY",
                "DEPARTMENT OF INTERNAL MEDICINE AND SAMPLES",
                "1234 SOME QUITE LONG BOULEVARD NORTHWEST SUITE 1234",
                "TOWNSHIP OF SAMPLES NY 10001-0001",
                "CANADA");
        for (List<String> lines : List.of(ADDRESS, long_)) {
            try (PDDocument document = printed(sheet(7, "ABCDEFGH", lines))) {
                List<TextPosition> outer = positions(document).stream()
                        .filter(letter -> letter.getYDirAdj() < 99 * MM)
                        .toList();
                assertThat(outer).hasSizeGreaterThan(30).allSatisfy(letter -> {
                    assertThat(letter.getYDirAdj() - letter.getHeightDir()).isGreaterThan((float) (63 * MM));
                    assertThat(letter.getYDirAdj()).isLessThan((float) (80.6 * MM));
                    assertThat(letter.getXDirAdj()).isGreaterThanOrEqualTo((float) (24.9 * MM));
                    assertThat(letter.getEndX()).isLessThan((float) (111 * MM));
                });
                String shown = String.join(
                        "", outer.stream().map(TextPosition::getUnicode).toList());
                assertThat(shown.replace(" ", ""))
                        .isEqualTo(String.join("", lines).replace(" ", ""));
            }
        }
    }

    @Test
    void names_are_printed_with_their_accents_or_not_at_all() throws IOException {
        List<String> accents = List.of(
                "J\u00d3ZEF \u0141\u00d3D\u0179 \u0150RS\u00c9G",
                "\u0391\u03b8\u03ae\u03bd\u03b1 \u0416",
                "1 A\u0301 ST");
        assertThat(press.obstacle(accents)).isEmpty();
        try (PDDocument document = printed(sheet(7, "ABCDEFGH", accents))) {
            assertThat(text(document, 1))
                    .contains(
                            "J\u00d3ZEF \u0141\u00d3D\u0179 \u0150RS\u00c9G",
                            "\u0391\u03b8\u03ae\u03bd\u03b1 \u0416",
                            "1 \u00c1 ST");
        }
        assertThat(press.obstacle(List.of("ADA \u738b", "1 ST"))).isPresent();
        assertThat(press.obstacle(List.of("ADA", "1 S\u0000T"))).isPresent();
        assertThat(press.obstacle(List.of("ADA"))).contains("There is no address.");
    }

    @Test
    void an_accent_that_the_font_lacks_is_left_off_its_letter() throws IOException {
        List<String> rare = List.of("K\u0331\u030dIT \ufb01", "1 ST");
        assertThat(press.obstacle(rare)).isEmpty();
        try (PDDocument document = printed(sheet(7, "ABCDEFGH", rare))) {
            assertThat(text(document, 1)).containsPattern("[K\u1e34].*IT");
        }
    }

    private PDDocument printed(Sheet... sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        press.print(List.of(sheets), out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static Sheet sheet(long number, String code, List<String> lines) {
        return new Sheet(number, lines, "2000000012", code, LocalDate.parse("2026-04-03"));
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static List<TextPosition> positions(PDDocument document) throws IOException {
        List<TextPosition> all = new ArrayList<>();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                all.add(text);
            }
        }.getText(document);
        return all;
    }
}
