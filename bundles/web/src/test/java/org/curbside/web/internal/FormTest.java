package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.curbside.api.refusal.Refusal;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void what_is_wrong_is_wrong_with_its_field_and_with_no_other() {
        Form form = form(Map.of("title", "Rate?", "text", ""));

        assertThat(form.sentence()).isEqualTo("Write a longer title.");
        assertThat(form.wrong("title")).isTrue();
        assertThat(form.wrong("text")).isFalse();
        assertThat(form.value("title")).isEqualTo("Rate?");
    }

    @Test
    void what_belongs_to_no_field_of_the_form_is_wrong_with_the_whole_of_it() {
        Form another = form(Map.of("text", ""));
        Form taken = new Form(Map.of("title", ""), Refusal.conflict("taken", "Choose another."), "");

        assertThat(another.field()).isEmpty();
        assertThat(another.refused()).isTrue();
        assertThat(taken.field()).isEmpty();
        assertThat(taken.sentence()).isEqualTo("Choose another.");
    }

    @Test
    void a_secret_is_a_field_whose_content_is_gone() {
        Form form = form(Map.of("title", "Rate?")).andSecret("password");

        assertThat(form.values()).containsOnlyKeys("title", "password");
        assertThat(form.value("password")).isEmpty();
    }

    @Test
    void a_field_is_described_by_its_help_and_by_what_is_wrong_with_it() {
        Form form = form(Map.of("title", "", "text", "")).marked("-7");

        assertThat(form.describedBy("title", "One line.")).isEqualTo("title-7-help title-7-wrong");
        assertThat(form.describedBy("title", null)).isEqualTo("title-7-wrong");
        assertThat(form.describedBy("text", "Many lines.")).isEqualTo("text-7-help");
        assertThat(form.describedBy("text", null)).isNull();
    }

    @Test
    void a_fresh_form_says_nothing() {
        assertThat(Form.EMPTY.refused()).isFalse();
        assertThat(Form.EMPTY.sentence()).isEmpty();
        assertThat(Form.EMPTY.wrong("title")).isFalse();
        assertThat(Form.EMPTY.findings()).isEmpty();
        assertThat(Form.EMPTY.asksToConfirm()).isFalse();
    }

    private static Form form(Map<String, String> values) {
        return new Form(values, Refusal.invalid("question-title-length", "title", "Write a longer title."), "");
    }
}
