package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages work without script, load nothing from elsewhere, and say what each input is for. */
class TemplateTest {

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_are_templates_to_look_at() throws IOException {
        assertThat(templates()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_holds_no_script_and_no_style_of_its_own(Path template) throws IOException {
        assertThat(TemplateRules.holdsNothingForbidden(Files.readString(template)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_form_posts(Path template) throws IOException {
        assertThat(TemplateRules.postsItsForms(Files.readString(template))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void an_input_has_a_label(Path template) throws IOException {
        assertThat(TemplateRules.labelsItsInputs(Files.readString(template))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "script           | <script>alert(1)</script>",
                "script           | <SCRIPT src=\"/static/a.js\"></SCRIPT>",
                "script           | <script type=\"module\" src=\"/static/a.js\">alert(1)</script>",
                "script           | <script type=\"module\" src=\"//elsewhere/a.js\"></script>",
                "inline style     | <p style=\"color: red\">",
                "inline style     | <p class=\"a\" STYLE='color: red'>",
                "inline style     | <style>p { color: red }</style>",
                "event handler    | <button onclick=\"go()\">",
                "event handler    | <img src=\"/static/mark.svg\" alt=\"\" onerror = 'go()'>",
                "event handler    | <svg/onload=\"go()\">",
                "event handler    | <form method=\"post\" onsubmit=${page.go()}>",
                "script address   | <a href=\"javascript:go()\">",
                "script address   | <a href=\" JavaScript:go()\">",
                "unescaped output | <p>$unsafe{page.text()}</p>",
                "foreign resource | <link rel=\"stylesheet\" href=\"https://fonts.example/a.css\">",
                "foreign resource | <img alt=\"\" src=\"//pixel.example/a.png\">",
                "foreign resource | <img alt=\"\" src='http://pixel.example/a.png'>",
                "foreign resource | <img alt=\"\" srcset=\"https://pixel.example/a.png 2x\">",
                "foreign resource | <iframe title=\"Map\" src=\"https://maps.example\"></iframe>",
                "foreign resource | <script src=\"https://cdn.example/a.js\"></script>",
                "foreign resource | <svg><use href=\"https://cdn.example/a.svg#b\"/></svg>",
            })
    void what_is_forbidden_is_seen(String complaint, String planted) {
        assertThat(TemplateRules.holdsNothingForbidden(planted)).contains(complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form action=\"/ask\">",
                "<form method=\"get\" action=\"/ask\">",
                "<form action=\"${page.a() > 0 ? \"/a\" : \"/b\"}\">"
            })
    void a_form_that_does_not_post_is_seen(String planted) {
        assertThat(TemplateRules.postsItsForms(planted)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input name=\"a\">",
                "<label for=\"b\">B</label> <input id=\"a\" name=\"a\">",
                "<label>A</label> <textarea name=\"a\"></textarea>",
                "<label for=\"${form.id(b)}\">B</label> <select id=\"${form.id(a)}\" name=\"${a}\"></select>",
                "<input type=\"search\" placeholder=\"Find\" value=\"${page.a() > 0 ? 1 : 2}\">"
            })
    void an_input_without_a_label_is_seen(String planted) {
        assertThat(TemplateRules.labelsItsInputs(planted)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>The only = sign on this page, and once more: on = off</p>",
                "<a href=\"https://www.rfc-editor.org/rfc/rfc9457\">RFC 9457</a>",
                "<form class=\"inline\" method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"b\"></form>",
                "<label class=\"option\"><input type=\"radio\" name=\"a\" value=\"${option.value()}\"> A</label>",
                "<label for=\"a-${b.c()}\">A</label><input id=\"a-${b.c()}\" name=\"a\">",
                "<input name=\"q\" aria-label=\"Find\">"
            })
    void what_is_allowed_passes(String template) {
        assertThat(TemplateRules.holdsNothingForbidden(template)).isEmpty();
        assertThat(TemplateRules.postsItsForms(template)).isEmpty();
        assertThat(TemplateRules.labelsItsInputs(template)).isEmpty();
    }
}
