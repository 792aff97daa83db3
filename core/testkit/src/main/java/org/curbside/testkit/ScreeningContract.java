package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Screening;
import org.curbside.spi.screening.ScreeningId;
import org.junit.jupiter.api.Test;

/** The promises that every {@link Screening} makes. */
public abstract class ScreeningContract {

    protected abstract Screening screening();

    /** In which it must find something; at least two. */
    protected abstract List<String> telling();

    /** In which it must find nothing. */
    protected abstract List<String> harmless();

    @Test
    void it_has_a_lasting_id() {
        Promises.assertId(screening(), ScreeningId.class, ScreeningId::id);
    }

    @Test
    void it_finds_what_tells_and_lets_the_rest_be() {
        assertThat(telling()).hasSizeGreaterThan(1);
        telling().forEach(text -> assertThat(screening().screen(text)).as(text).isNotEmpty());
        harmless().forEach(text -> assertThat(screening().screen(text)).as(text).isEmpty());
        assertThat(screening().screen("")).isEmpty();
    }

    @Test
    void spans_lie_in_the_text_in_order_and_apart() {
        for (String text : telling()) {
            assertSpans(text, screening().screen(text));
            String shifted = "\u00e9\ud83d\ude00 " + text;
            assertSpans(shifted, screening().screen(shifted));
        }
    }

    @Test
    void messages_are_sentences_that_do_not_repeat_the_span() {
        for (String text : telling()) {
            for (Concern concern : screening().screen(text)) {
                assertThat(concern.kind()).matches("[a-z]+(-[a-z]+)*");
                assertThat(concern.message())
                        .hasSizeBetween(10, 200)
                        .matches("[A-Z].*[.?]")
                        .doesNotContain(text.substring(concern.start(), concern.end()));
            }
        }
    }

    @Test
    void one_text_leaves_no_trace_in_the_next() {
        Screening screening = screening();
        List<Concern> first = screening.screen(telling().get(0));
        screening.screen(telling().get(1));
        assertThat(screening.screen(telling().get(0))).isEqualTo(first);
    }

    @Test
    void hostile_text_is_answered_in_time() {
        for (String hostile : Promises.HOSTILE) {
            assertSpans(hostile, Promises.inTime(() -> screening().screen(hostile)));
        }
    }

    @Test
    void many_threads_find_the_same() throws Exception {
        Screening screening = screening();
        Promises.assertSameFromManyThreads(() -> screening.screen(telling().get(0)));
    }

    private static void assertSpans(String text, List<Concern> concerns) {
        int last = 0;
        for (Concern concern : concerns) {
            assertThat(concern.start()).isGreaterThanOrEqualTo(last);
            assertThat(concern.end()).isLessThanOrEqualTo(text.length());
            last = concern.end();
        }
    }
}
