package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Screening;
import org.curbside.spi.screening.ScreeningId;
import org.curbside.testkit.trial.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The promises that every {@link Screening} makes. To test yours, extend this class in a class whose name ends in
 * {@code Test}, return a new screening from {@link #screening}, and give texts in the other two methods, some twenty lines
 * in all. How much it finds is for you to measure; what is tried here is that what it finds is where it says.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ScreeningContract {

    private static final int LONGEST_TEXT = 100_000;

    /** Shorter or longer once it is trimmed, put in lower case, made plain or counted in code points. */
    private static final String IN_FRONT = " \t\u0130\ufb03\ud83d\ude00e\u0301\u200b\r\n\n";

    /** A new one at every call. */
    protected abstract Screening screening();

    /** Sentences in each of which it must find something, wherever they stand; at least two, one for each kind of concern. */
    protected abstract List<String> telling();

    /** Sentences in which it must find nothing, such as it could take for telling ones; at least one. */
    protected abstract List<String> harmless();

    @Test
    void it_has_a_lasting_id() {
        Promises.assertId(screening(), ScreeningId.class, ScreeningId::id);
    }

    @Test
    void it_finds_what_tells() {
        assertThat(telling()).hasSizeGreaterThan(1);
        telling().forEach(text -> assertThat(screening().screen(text)).as(text).isNotEmpty());
    }

    @Test
    void it_lets_the_rest_be() {
        assertThat(harmless()).isNotEmpty();
        harmless().forEach(text -> assertThat(screening().screen(text)).as(text).isEmpty());
        assertThat(screening().screen("")).isEmpty();
    }

    @Test
    void it_finds_all_of_several() {
        String all = String.join("\n\n", telling());
        List<Concern> concerns = screening().screen(all);
        assertSpans(all, concerns);
        int start = 0;
        for (String text : telling()) {
            assertFoundBetween(start, start + text.length(), concerns);
            start += text.length() + 2;
        }
    }

    @Test
    void it_reads_to_the_end_of_the_longest_text() {
        String last = telling().get(0);
        String filler = harmless().get(0) + "\n\n";
        String text = filler.repeat((LONGEST_TEXT - last.length()) / filler.length()) + last;
        assertFoundBetween(text.length() - last.length(), text.length(), Promises.inTime(() -> screening()
                .screen(text)));
    }

    @Test
    void spans_lie_in_the_text_in_order_and_apart() {
        for (String text : telling()) {
            assertSpans(text, screening().screen(text));
            assertSpans(text + text, screening().screen(text + text));
        }
    }

    @Test
    void spans_count_the_units_of_the_text_as_given() {
        for (String text : telling()) {
            List<Concern> further = screening().screen(text).stream()
                    .map(ScreeningContract::further)
                    .toList();
            assertThat(screening().screen(IN_FRONT + text)).as(text).isEqualTo(further);
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
        for (String text : telling()) {
            List<Concern> first = screening.screen(text);
            telling().forEach(screening::screen);
            assertThat(screening.screen(text))
                    .isEqualTo(first)
                    .isEqualTo(screening().screen(text));
        }
    }

    @Test
    void hostile_text_is_answered_in_time() {
        for (String hostile : Hostile.TEXTS) {
            assertSpans(hostile, Promises.inTime(() -> screening().screen(hostile)));
            String ends = hostile.substring(0, 1);
            assertSpans(ends, Promises.inTime(() -> screening().screen(ends)));
        }
    }

    @Test
    void every_node_finds_the_same() throws Exception {
        for (String text : telling()) {
            Promises.assertSameAnywhere(() -> screening().screen(text));
        }
    }

    @Test
    void many_threads_find_the_same() throws Exception {
        Screening screening = screening();
        Promises.assertSameFromManyThreads(() -> screening.screen(telling().get(0)));
    }

    private static Concern further(Concern concern) {
        return new Concern(
                concern.start() + IN_FRONT.length(),
                concern.end() + IN_FRONT.length(),
                concern.kind(),
                concern.severity(),
                concern.message());
    }

    private static void assertFoundBetween(int start, int end, List<Concern> concerns) {
        assertThat(concerns)
                .as("between %s and %s", start, end)
                .anyMatch(concern -> concern.start() >= start && concern.end() <= end);
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
