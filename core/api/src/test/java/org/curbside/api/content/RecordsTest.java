package org.curbside.api.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.junit.jupiter.api.Test;

class RecordsTest {

    @Test
    void a_page_does_not_change_with_the_list_it_was_made_from() {
        List<Question> list = new ArrayList<>();
        Page<Question> page = new Page<>(list, OptionalLong.empty());

        list.add(new Question(
                1,
                1,
                new Author("kestrel", "Surgery"),
                "208600000X",
                "Surgery",
                List.of(),
                "Title",
                "Text",
                null,
                0,
                Instant.EPOCH,
                null,
                null,
                null));

        assertThat(page.items()).isEmpty();
    }

    @Test
    void a_refusal_carries_its_name_and_field_and_no_stack_trace() {
        Refusal refusal = Refusal.invalid("question-title-length", "title", "Shorten the title.");

        assertThat(refusal.name()).isEqualTo("question-title-length");
        assertThat(refusal.field()).isEqualTo("title");
        assertThat(refusal.sentence()).isEqualTo("Shorten the title.");
        assertThat(refusal.getStackTrace()).isEmpty();
    }
}
