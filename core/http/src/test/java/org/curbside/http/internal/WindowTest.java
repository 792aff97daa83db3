package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.curbside.api.refusal.Refusal;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final List<String> RANKED = List.of("stroke", "sepsis", "asthma");

    @Test
    void parts_follow_each_other_without_a_gap_until_the_last() {
        Window<String> first = Window.of(RANKED, Function.identity(), null, 2);
        Window<String> second = Window.of(RANKED, Function.identity(), first.next(), 2);

        assertThat(first.items()).containsExactly("stroke", "sepsis");
        assertThat(second.items()).containsExactly("asthma");
        assertThat(second.next()).isNull();
    }

    @Test
    void what_is_added_before_it_moves_no_part() {
        List<String> later = List.of("measles", "stroke", "sepsis", "asthma");

        assertThat(Window.of(later, Function.identity(), "sepsis", 2).items()).containsExactly("asthma");
    }

    @Test
    void a_part_has_at_least_one_item_and_at_most_a_hundred() {
        List<String> many = java.util.stream.IntStream.range(0, 300)
                .mapToObj(Integer::toString)
                .toList();

        assertThat(Window.of(many, Function.identity(), null, 0).items()).hasSize(1);
        assertThat(Window.of(many, Function.identity(), null, 5_000).items()).hasSize(100);
    }

    @Test
    void a_place_that_is_gone_is_not_guessed() {
        assertThatThrownBy(() -> Window.of(RANKED, Function.identity(), "gout", 2))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("no-such-place"));
    }
}
