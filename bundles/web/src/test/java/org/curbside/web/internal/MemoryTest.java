package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private final Memory memory = new Memory(12);
    private final List<String> made = new ArrayList<>();

    private String upper(String text) {
        return memory.of(text, each -> {
            made.add(each);
            return each.toUpperCase(Locale.ROOT);
        });
    }

    @Test
    void what_was_asked_for_lately_is_made_once() {
        assertThat(upper("one")).isEqualTo("ONE");
        assertThat(upper("two")).isEqualTo("TWO");
        assertThat(upper("one")).isEqualTo("ONE");
        assertThat(made).containsExactly("one", "two");
    }

    @Test
    void what_was_not_asked_for_longest_makes_room() {
        List.of("one", "two", "one", "six", "one", "two").forEach(this::upper);
        assertThat(made).containsExactly("one", "two", "six", "two");
        assertThat(memory.taken()).isEqualTo(12);
    }

    @Test
    void what_is_larger_than_all_its_room_is_not_kept() {
        assertThat(upper("fourteen")).isEqualTo("FOURTEEN");
        assertThat(upper("fourteen")).isEqualTo("FOURTEEN");
        assertThat(made).hasSize(2);
        assertThat(memory.taken()).isZero();
    }
}
