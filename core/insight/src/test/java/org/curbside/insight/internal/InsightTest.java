package org.curbside.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.curbside.api.content.CommentGiven;
import org.curbside.api.content.CommentRated;
import org.curbside.api.content.PostHidden;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.PostRestored;
import org.curbside.api.content.QuestionAsked;
import org.curbside.api.event.Placed;
import org.curbside.api.insight.Activity;
import org.curbside.api.insight.TopicWatch;
import org.curbside.insight.internal.store.CountStore;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.Test;

class InsightTest {

    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T05:06:07Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final CountStore store = new CountStore(new LocalJpa("insight", "/db/insight/V1__counts.sql"));
    private final QuestionCounter questions = new QuestionCounter(store);
    private final CommentCounter comments = new CommentCounter(store);
    private final Surveillance insight =
            new Surveillance(store, Clock.fixed(WEDNESDAY.plusSeconds(7 * 86_400), ZoneOffset.UTC));

    @Test
    void a_physician_who_writes_often_counts_once() {
        questions.on(1, new QuestionAsked(10, 1, "A", List.of("stroke", "apixaban"), WEDNESDAY));
        comments.on(2, new CommentGiven(10, 20, 1, "A", List.of("stroke"), WEDNESDAY));
        comments.on(3, new CommentGiven(10, 21, 2, "A", List.of("stroke"), WEDNESDAY));
        comments.on(4, new CommentGiven(10, 22, 3, "B", List.of("stroke"), WEDNESDAY));
        assertThat(insight.activity(MONDAY, MONDAY.plusWeeks(1)))
                .containsExactly(
                        new Activity("apixaban", "A", 1),
                        new Activity("stroke", "A", 2),
                        new Activity("stroke", "B", 1));
        assertThat(insight.activity(MONDAY.minusWeeks(1), MONDAY)).isEmpty();
    }

    @Test
    void whoever_rates_is_active_but_posts_nothing() {
        RatingCounter ratings = new RatingCounter(store);
        ratings.on(1, new CommentRated(20, 4, "A", List.of("stroke"), WEDNESDAY));
        assertThat(insight.activity(MONDAY, MONDAY.plusWeeks(1))).containsExactly(new Activity("stroke", "A", 1));
        assertThat(insight.watches()).isEmpty();
    }

    @Test
    void an_event_that_comes_twice_counts_once() {
        QuestionAsked event = new QuestionAsked(10, 1, "A", List.of("stroke"), WEDNESDAY);
        questions.on(1, event);
        questions.on(1, event);
        assertThat(lastWeek("stroke")).isEqualTo(1);
    }

    @Test
    void events_that_come_together_count_as_if_they_came_one_by_one() {
        CommentGiven first = new CommentGiven(10, 20, 1, "A", List.of("stroke", "apixaban"), WEDNESDAY);
        CommentGiven second = new CommentGiven(10, 21, 1, "A", List.of("stroke"), WEDNESDAY);
        comments.on(1, first);
        comments.onAll(List.of(new Placed<>(1, first), new Placed<>(2, second), new Placed<>(3, second)));
        assertThat(lastWeek("stroke")).isEqualTo(3);
        assertThat(lastWeek("apixaban")).isEqualTo(1);
        assertThat(insight.activity(MONDAY, MONDAY.plusWeeks(1)))
                .containsExactly(new Activity("apixaban", "A", 1), new Activity("stroke", "A", 1));
    }

    @Test
    void a_topic_that_suddenly_fills_a_week_is_an_alarm() {
        for (int i = 1; i <= 9; i++) {
            questions.on(i, new QuestionAsked(i, i, "A", List.of("measles"), WEDNESDAY));
        }
        questions.on(10, new QuestionAsked(10, 1, "A", List.of("gout"), WEDNESDAY));
        List<TopicWatch> watches = insight.watches();
        assertThat(watches).extracting(TopicWatch::topic).containsExactly("measles", "gout");
        assertThat(watches).extracting(TopicWatch::alarm).containsExactly(true, false);
        assertThat(watches.get(0).last()).isEqualTo(MONDAY);
    }

    @Test
    void a_hidden_post_is_not_counted_until_it_is_shown_again() {
        questions.on(1, new QuestionAsked(10, 1, "A", List.of("stroke"), WEDNESDAY));
        questions.on(2, new QuestionAsked(11, 2, "A", List.of("stroke"), WEDNESDAY));
        Instant later = WEDNESDAY.plusSeconds(86_400);
        PostHidden hidden = new PostHidden(PostKind.QUESTION, 10, 10, null, List.of("stroke"), WEDNESDAY, later);
        HiddenCounter counter = new HiddenCounter(store);
        counter.on(3, hidden);
        counter.on(3, hidden);
        assertThat(lastWeek("stroke")).isEqualTo(1);
        new RestoredCounter(store)
                .on(4, new PostRestored(PostKind.QUESTION, 10, 10, null, List.of("stroke"), WEDNESDAY, later));
        assertThat(lastWeek("stroke")).isEqualTo(2);
    }

    private long lastWeek(String topic) {
        return insight.watches().stream()
                .filter(watch -> watch.topic().equals(topic))
                .mapToLong(watch -> watch.weeks().get(watch.weeks().size() - 1))
                .sum();
    }
}
