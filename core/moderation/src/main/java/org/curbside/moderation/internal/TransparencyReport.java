package org.curbside.moderation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.curbside.api.moderation.Case.State;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.ModerationStatistics;
import org.curbside.api.moderation.Rule;
import org.curbside.moderation.internal.store.StatisticsStore;
import org.curbside.moderation.internal.store.StatisticsStore.Decided;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts for everybody. It changes once an hour, so that nobody can see a single case come and go. */
@Component
public final class TransparencyReport implements ModerationStatistics {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final List<State> APPEALED = List.of(State.APPEALED, State.UPHELD, State.REVERSED);

    private final StatisticsStore store;
    private final Clock clock;
    private Instant counted = Instant.MIN;
    private @Nullable Report report;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public TransparencyReport(@Reference StatisticsStore store) {
        this(store, Clock.systemUTC());
    }

    TransparencyReport(StatisticsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public synchronized Report report() {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (report == null || !hour.equals(counted)) {
            report = count(hour.minus(YEAR));
            counted = hour;
        }
        return report;
    }

    private Report count(Instant since) {
        List<Rule> flags = store.flags(since);
        List<Decided> decided = store.decided(since);
        return new Report(
                Arrays.stream(Rule.values())
                        .map(rule -> new Count(rule.name(), told(count(flags, rule::equals))))
                        .toList(),
                Arrays.stream(Measure.values())
                        .map(measure ->
                                new Count(measure.name(), told(count(decided, one -> one.measure() == measure))))
                        .toList(),
                median(decided),
                upheld(decided),
                told(count(decided, one -> APPEALED.contains(one.state()))),
                told(count(decided, one -> one.state() == State.REVERSED)));
    }

    private static <T> long count(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).count();
    }

    private static @Nullable Long told(long count) {
        return count < LEAST ? null : (Long) count;
    }

    private static @Nullable Long median(List<Decided> decided) {
        List<Long> minutes = decided.stream()
                .map(one -> Duration.between(one.opened(), one.at()).toMinutes())
                .sorted()
                .toList();
        return minutes.size() < LEAST ? null : minutes.get((minutes.size() - 1) / 2);
    }

    private static @Nullable Integer upheld(List<Decided> decided) {
        long dismissed = count(decided, one -> one.measure() == Measure.DISMISS);
        long upheld = decided.size() - dismissed;
        return dismissed < LEAST || upheld < LEAST ? null : (Integer) (int) (100 * upheld / decided.size());
    }
}
