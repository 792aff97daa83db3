package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

    @Test
    void paragraphs_and_line_breaks_stay() {
        assertThat(html("One.\nTwo.\n\nThree.")).isEqualTo("<p>One.<br>Two.</p><p>Three.</p>");
    }

    @Test
    void a_list_keeps_its_marks_and_its_numbers() {
        assertThat(html("Findings:\n- fever\n- rash"))
                .isEqualTo("<p>Findings:</p><ul class=\"minus\"><li>fever</li><li>rash</li></ul>");
        assertThat(html("+ fever")).isEqualTo("<ul class=\"plus\"><li>fever</li></ul>");
        assertThat(html("* fever")).isEqualTo("<ul class=\"point\"><li>fever</li></ul>");
        assertThat(html("2. first\n5. then")).isEqualTo("<ol><li value=\"2\">first</li><li value=\"5\">then</li></ol>");
    }

    @Test
    void a_table_is_one() {
        assertThat(html("| Drug | Dose |\n|---|--:|\n| **A** | 5 mg |"))
                .isEqualTo(
                        "<div class=\"wide\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>"
                                + "<thead><tr><th scope=\"col\">Drug</th><th scope=\"col\" class=\"number\">Dose</th></tr></thead>"
                                + "<tbody><tr><td><strong>A</strong></td><td class=\"number\">5 mg</td></tr></tbody></table></div>");
    }

    @Test
    void emphasis_is_shown() {
        assertThat(html("*Never* **with** _that_."))
                .isEqualTo("<p><em>Never</em> <strong>with</strong> <em>that</em>.</p>");
    }

    @Test
    void what_is_shown_without_the_parser_is_what_the_parser_makes_of_it() {
        String[] parts = {
            "a",
            "PMID 31",
            "10.1000/x",
            "\n",
            "\n\n",
            " ",
            "1",
            ".",
            ")",
            "-",
            "=",
            "#",
            ">",
            "~",
            ":",
            "'",
            "\"",
            "é",
            "!",
            "\u00a0"
        };
        Random lot = new Random(5);
        int plain = 0;
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < 8; part++) {
                text.append(parts[lot.nextInt(parts.length)]);
            }
            if (Prose.isPlain(text.toString())) {
                plain++;
                assertThat(html(text.toString())).as("%s", text).isEqualTo(Prose.marked(text.toString()));
            }
        }
        assertThat(plain).isGreaterThan(1_000);
    }

    @Test
    void a_text_with_marks_goes_to_the_parser() {
        for (String text : List.of("*a*", "a_b", "- a", "a\n1. b", " a", "a  \nb", "a | b", "a\tb", "")) {
            assertThat(Prose.isPlain(text)).as(text).isFalse();
        }
    }

    /** What Markdown would take for a mark, and whoever wrote it did not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ">65 years",
                "> 65 years and well",
                "#1 is sarcoidosis",
                "# 1 is sarcoidosis",
                "HLA-A*02:01 and HLA-B*57:01",
                "CYP2C19*2/*17 carriers",
                "p__value__x",
                "-----",
                "[1]: Smith, 2019",
                "[link](/sign-out)",
                "![image](https://example.org/pixel.gif)",
                "`code` and ``more``",
                "<b>bold</b>",
                "<script>alert(1)</script>",
                "TSH <0.1, T4 >24 & \"T3\" 'high'",
                "5-6 mg/kg",
                "-5 mmHg",
                "1.5 mg",
                "[a]: /b \"c\""
            })
    void what_is_no_part_of_it_stays_as_typed(String typed) {
        assertThat(html(typed)).isEqualTo("<p>" + escaped(typed) + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PMID 31234567 | https://pubmed.ncbi.nlm.nih.gov/31234567/ | PubMed 31234567",
                "pmid:1 | https://pubmed.ncbi.nlm.nih.gov/1/ | PubMed 1",
                "https://pubmed.ncbi.nlm.nih.gov/31234567/ | https://pubmed.ncbi.nlm.nih.gov/31234567/ | PubMed 31234567",
                "https://www.ncbi.nlm.nih.gov/pubmed/42 | https://pubmed.ncbi.nlm.nih.gov/42/ | PubMed 42",
                "PMC6402060 | https://pmc.ncbi.nlm.nih.gov/articles/PMC6402060/ | PMC6402060",
                "10.1001/jama.2019.0096 | https://doi.org/10.1001/jama.2019.0096 | doi:10.1001/jama.2019.0096",
                "doi: 10.1001/a_b | https://doi.org/10.1001/a_b | doi:10.1001/a_b",
                "https://doi.org/10.1016/S0140-6736(20)30183-5 | https://doi.org/10.1016/S0140-6736(20)30183-5 | doi:10.1016/S0140-6736(20)30183-5",
                "10.1000/a?b#c%d | https://doi.org/10.1000/a%3Fb%23c%25d | doi:10.1000/a?b#c%d"
            })
    void literature_is_recognised(String typed, String address, String label) {
        String link = "<a class=\"citation\" rel=\"external noopener noreferrer nofollow\" href=\"" + address + "\">"
                + label + "</a>";
        assertThat(html("See " + typed + ", too.")).isEqualTo("<p>See " + link + ", too.</p>");
        assertThat(html("(" + typed + ").")).isEqualTo("<p>(" + link + ").</p>");
    }

    @Test
    void a_link_is_no_link_but_its_citation_is() {
        assertThat(html("[Barnett](https://doi.org/10.1001/x) says"))
                .isEqualTo("<p>[Barnett](<a class=\"citation\" rel=\"external noopener noreferrer nofollow\""
                        + " href=\"https://doi.org/10.1001/x\">doi:10.1001/x</a>) says</p>");
        assertThat(html("10 mg/kg, 10.5/min, PMID, PMC12")).doesNotContain("<a ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* ",
                "- - ",
                "[",
                "![",
                "**",
                "_*",
                "|a|\n|-|\n",
                "10.1234/",
                "`",
                "<a ",
                "PMID 1 ",
                "1. ",
                ")",
                "\\",
                "&"
            })
    void whatever_is_typed_is_shown_in_time(String part) {
        String typed = part.repeat(10_000 / part.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> html(typed));
    }

    @Test
    void nothing_typed_becomes_a_tag() {
        for (String typed : List.of(
                "<img src=x onerror=alert(1)>",
                "| <b>a</b> |\n|---|\n| <img> |",
                "- <b>",
                "*<b>*",
                "PMID 1\"><b>",
                "10.1000/\"><b>",
                "10.1000/'onmouseover='x")) {
            assertThat(html(typed).replaceAll("</?(p|ul|li|em|div|table|thead|tbody|tr|th|td|a)( [^<>]*)?>", ""))
                    .doesNotContain("<", ">")
                    .doesNotContain("'");
        }
    }

    private static String html(String typed) {
        return Prose.of(typed).html();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
