package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionPage;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.QuestionStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuestionDeskTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final String TEXT = "Restarting apixaban after a small subdural: how long do you wait?";

    private QuestionDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new QuestionDesk(new QuestionStore(new LocalJpa()), Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC));
    }

    @Test
    void a_question_is_found_as_it_was_asked() {
        Question asked = ask("Neurology", "Anticoagulation after subdural");

        assertThat(desk.find(asked.id())).contains(asked);
        assertThat(asked.asked()).isEqualTo(NOW);
    }

    @Test
    void white_space_around_a_title_is_dropped_and_markup_is_kept_as_text() {
        Question asked = ask("Neurology", "  <b>Anticoagulation</b> after subdural ");

        assertThat(asked.title()).isEqualTo("<b>Anticoagulation</b> after subdural");
    }

    @Test
    void pages_run_from_the_newest_to_the_oldest_without_gap_or_repeat() {
        List<Question> asked = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            asked.add(0, ask("Neurology", "Question number " + i));
        }

        List<Question> read = new ArrayList<>();
        QuestionPage page = desk.latest(Optional.empty(), Long.MAX_VALUE, 3);
        read.addAll(page.questions());
        while (page.next().isPresent()) {
            page = desk.latest(Optional.empty(), page.next().getAsLong(), 3);
            read.addAll(page.questions());
        }

        assertThat(read).isEqualTo(asked);
    }

    @Test
    void a_channel_shows_only_its_own_questions() {
        Question neurology = ask("Neurology", "Anticoagulation after subdural");
        ask("Cardiology", "Rate or rhythm at eighty");

        assertThat(desk.latest(Optional.of("Neurology"), Long.MAX_VALUE, 10).questions())
                .containsExactly(neurology);
    }

    @Test
    void a_page_is_never_larger_than_the_maximum() {
        for (int i = 0; i <= QuestionDesk.MAX_PAGE; i++) {
            ask("Neurology", "Question number " + i);
        }

        assertThat(desk.latest(Optional.empty(), Long.MAX_VALUE, 1_000_000).questions())
                .hasSize(QuestionDesk.MAX_PAGE);
    }

    @Test
    void an_over_long_text_is_refused_by_name_and_nothing_is_stored() {
        NewQuestion tooLong = new NewQuestion("Neurology", "Anticoagulation", "x".repeat(10_001));

        assertThatThrownBy(() -> desk.ask(tooLong))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::name, Refusal::field, Refusal::sentence)
                .containsExactly("question-text-length", "text", "Shorten the text to 10000 characters; it has 10001.");
        assertThat(desk.latest(Optional.empty(), Long.MAX_VALUE, 10).questions())
                .isEmpty();
    }

    @Test
    void the_longest_text_allowed_counts_characters_not_code_units() {
        String pills = "\uD83D\uDC8A".repeat(10_000);

        Question asked = desk.ask(new NewQuestion("Neurology", "Anticoagulation", pills));

        assertThat(desk.find(asked.id()).orElseThrow().text()).isEqualTo(pills);
    }

    @Test
    void an_empty_title_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> desk.ask(new NewQuestion("Neurology", " \n", TEXT)))
                .hasMessage("Write at least 10 characters for the title; it has 0.");
        assertThatThrownBy(() -> desk.ask(new NewQuestion(null, "Anticoagulation", TEXT)))
                .hasMessage("Write at least 2 characters for the specialty; it has 0.");
    }

    private Question ask(String specialty, String title) {
        return desk.ask(new NewQuestion(specialty, title, TEXT));
    }
}
