package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.curbside.api.refusal.Refusal;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void what_is_wrong_stands_at_its_field_and_nowhere_else() {
        Form form = new Form(Map.of("title", "Rate?"), tooShort());

        assertThat(form.wrongWith("title")).isEqualTo("Write a longer title.");
        assertThat(form.wrongWith("text")).isEmpty();
        assertThat(form.wrong("title", "text")).isEmpty();
        assertThat(form.value("title")).isEqualTo("Rate?");
    }

    @Test
    void what_belongs_to_no_field_of_the_form_stands_above_it() {
        assertThat(new Form(Map.of(), tooShort()).wrong("text")).isEqualTo("Write a longer title.");
        assertThat(new Form(Map.of(), Refusal.conflict("taken", "Choose another.")).wrong("title"))
                .isEqualTo("Choose another.");
    }

    @Test
    void a_fresh_form_says_nothing() {
        assertThat(Form.EMPTY.wrong()).isEmpty();
        assertThat(Form.EMPTY.refusedAs("question-title-length")).isFalse();
    }

    private static Refusal tooShort() {
        return Refusal.invalid("question-title-length", "title", "Write a longer title.");
    }
}
