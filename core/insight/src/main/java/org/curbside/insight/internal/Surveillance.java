package org.curbside.insight.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.curbside.api.insight.Activity;
import org.curbside.api.insight.Insight;
import org.curbside.api.insight.TopicWatch;
import org.curbside.insight.internal.store.CountStore;
import org.curbside.insight.internal.store.TopicWeekRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Watches topics over the last complete weeks. */
@Component
public final class Surveillance implements Insight {

    private static final int WEEKS = 26;
    private static final Comparator<TopicWatch> ALARMS_FIRST = Comparator.comparing(
                    (TopicWatch watch) -> !watch.alarm())
            .thenComparing(watch -> -watch.weeks().get(WEEKS - 1))
            .thenComparing(TopicWatch::topic);

    private final CountStore store;
    private final Clock clock;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public Surveillance(@Reference CountStore store) {
        this(store, Clock.systemUTC());
    }

    Surveillance(CountStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Activity> activity(LocalDate from, LocalDate until) {
        return store.activity(from, until);
    }

    @Override
    public List<TopicWatch> watches() {
        LocalDate until = Weeks.of(clock.instant());
        LocalDate from = until.minusWeeks(WEEKS);
        Map<String, Map<String, Long>> byTopic = new TreeMap<>();
        for (TopicWeekRow row : store.weeks(from, until)) {
            byTopic.computeIfAbsent(row.topic(), topic -> new TreeMap<>()).put(row.week(), row.posts());
        }
        return byTopic.entrySet().stream()
                .map(topic -> watch(topic.getKey(), topic.getValue(), from))
                .sorted(ALARMS_FIRST)
                .toList();
    }

    private static TopicWatch watch(String topic, Map<String, Long> posts, LocalDate from) {
        List<Long> counts = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            counts.add(posts.getOrDefault(from.plusWeeks(week).toString(), 0L));
        }
        OptionalDouble threshold = EarsC2.threshold(counts);
        boolean alarm = threshold.isPresent() && counts.get(WEEKS - 1) > threshold.getAsDouble();
        return new TopicWatch(topic, counts, from.plusWeeks(WEEKS - 1L), threshold, alarm);
    }
}
