package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.curbside.api.insight.TopicWatch;
import org.curbside.api.safety.Signal;
import org.curbside.web.internal.SafetyPages.SignalsPage;
import org.curbside.web.internal.SafetyPages.TopicsPage;
import org.junit.jupiter.api.Test;

class SafetyPagesTest {

    private final Pages pages = new Pages();

    @Test
    void a_ratio_that_is_not_defined_is_a_dash_and_never_a_number() {
        Signal undefined = signal(OptionalDouble.empty());

        assertThat(SignalsPage.number(undefined.prr())).isEqualTo("\u2013");
        assertThat(SignalsPage.interval(undefined)).isEqualTo("\u2013");
        assertThat(SignalsPage.interval(signal(OptionalDouble.of(2.46)))).isEqualTo("2.5 to 2.5");
    }

    @Test
    void the_busiest_week_reaches_the_top_of_the_line_and_an_empty_one_lies_at_the_bottom() {
        TopicWatch watch = watch(List.of(0L, 4L, 2L));

        assertThat(TopicsPage.line(watch)).isEqualTo("2,22 7,2 12,12");
        assertThat(TopicsPage.latest(watch)).isEqualTo(2);
    }

    @Test
    void a_topic_without_any_count_is_a_flat_line() {
        assertThat(TopicsPage.line(watch(List.of(0L, 0L)))).isEqualTo("2,22 7,22");
    }

    @Test
    void whoever_has_reported_is_told_what_happens_next() {
        Frame frame = new Frame("Signals", "heron", "member", "", "");
        List<Signal> signals = List.of(signal(OptionalDouble.of(2.46)));

        assertThat(Rendered.page(pages, "signals.jte", new SignalsPage(frame, signals, true)))
                .contains("role=\"status\">Thank you. Your report is counted below");
        assertThat(Rendered.page(pages, "signals.jte", new SignalsPage(frame, signals, false)))
                .doesNotContain("role=\"status\"");
    }

    @Test
    void a_day_is_said_in_one_way_wherever_it_stands() {
        assertThat(Dates.day(LocalDate.of(2026, 3, 4))).isEqualTo("4 March 2026");
        assertThat(Dates.day(Instant.parse("2026-03-04T23:59:59Z"))).isEqualTo("4 March 2026");
        TopicsPage topics = new TopicsPage(new Frame("Topics", "heron", "member", "", ""), List.of(watch(List.of(1L))));
        assertThat(Rendered.page(pages, "topics.jte", topics)).contains("Week from 16 November 2026.");
    }

    private static Signal signal(OptionalDouble value) {
        return new Signal("apixaban", "alopecia", 3, 0, value, value, value, false, false);
    }

    private static TopicWatch watch(List<Long> weeks) {
        return new TopicWatch("stroke", weeks, LocalDate.of(2026, 11, 16), OptionalDouble.empty(), false);
    }
}
