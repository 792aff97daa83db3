package org.curbside.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.curbside.api.delivery.Hours;
import org.curbside.api.delivery.Rhythm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static Hours digest(Rhythm rhythm, int hour, String zone) {
        return new Hours(rhythm, hour, zone, 0, 0, null);
    }

    private static Hours night(int from, int to, @Nullable String awayUntil) {
        return new Hours(
                Rhythm.DAILY, 7, "Europe/Berlin", from, to, awayUntil == null ? null : LocalDate.parse(awayUntil));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void every_zone_that_is_offered_is_one() {
        assertThat(Hours.ZONES).allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotNull());
    }

    @Test
    void a_digest_comes_at_its_hour_on_its_days() {
        Hours daily = digest(Rhythm.DAILY, 7, "Europe/Berlin");
        assertThat(Schedule.next(daily, at("2026-03-04T05:59:59Z"))).isEqualTo("2026-03-04T06:00:00Z");
        assertThat(Schedule.next(daily, at("2026-03-04T06:00:00Z"))).isEqualTo("2026-03-05T06:00:00Z");
        Hours weekdays = digest(Rhythm.WEEKDAYS, 7, "Europe/Berlin");
        assertThat(Schedule.next(weekdays, at("2026-03-06T06:00:00Z"))).isEqualTo("2026-03-09T06:00:00Z");
        Hours weekly = digest(Rhythm.WEEKLY, 23, "Pacific/Honolulu");
        assertThat(Schedule.next(weekly, at("2026-03-04T05:00:00Z")))
                .as("Monday there is Tuesday in UTC")
                .isEqualTo("2026-03-10T09:00:00Z");
    }

    @Test
    void it_stays_at_its_hour_when_the_clocks_change() {
        Hours daily = digest(Rhythm.DAILY, 7, "Europe/Berlin");
        assertThat(Schedule.next(daily, at("2026-03-28T06:00:00Z"))).isEqualTo("2026-03-29T05:00:00Z");
        assertThat(Schedule.next(daily, at("2026-10-24T05:00:00Z"))).isEqualTo("2026-10-25T06:00:00Z");
        Hours leftOut = digest(Rhythm.DAILY, 2, "Europe/Berlin");
        assertThat(Schedule.next(leftOut, at("2026-03-28T02:00:00Z")))
                .as("two o'clock is not there, three is")
                .isEqualTo("2026-03-29T01:00:00Z");
        assertThat(Schedule.next(leftOut, at("2026-10-25T00:00:00Z")))
                .as("once, though two o'clock comes twice")
                .isEqualTo("2026-10-26T01:00:00Z");
    }

    @Test
    void its_period_began_with_the_one_before() {
        Hours weekdays = digest(Rhythm.WEEKDAYS, 7, "Europe/Berlin");
        assertThat(Schedule.periodBegan(weekdays, at("2026-03-09T06:00:30Z"))).isEqualTo("2026-03-06T06:00:00Z");
        assertThat(Schedule.periodBegan(digest(Rhythm.WEEKLY, 7, "UTC"), at("2026-03-09T09:00:00Z")))
                .isEqualTo("2026-03-02T07:00:00Z");
    }

    @Test
    void a_night_goes_over_midnight() {
        Hours night = night(22, 7, null);
        assertThat(Schedule.quietUntil(night, at("2026-03-04T20:59:59Z"))).isEmpty();
        assertThat(Schedule.quietUntil(night, at("2026-03-04T21:00:00Z"))).hasValue(at("2026-03-05T06:00:00Z"));
        assertThat(Schedule.quietUntil(night, at("2026-03-04T23:30:00Z"))).hasValue(at("2026-03-05T06:00:00Z"));
        assertThat(Schedule.quietUntil(night, at("2026-03-05T05:59:59Z"))).hasValue(at("2026-03-05T06:00:00Z"));
        assertThat(Schedule.quietUntil(night, at("2026-03-05T06:00:00Z"))).isEmpty();
    }

    @Test
    void or_stays_within_a_day_or_is_none() {
        Hours noon = night(12, 14, null);
        assertThat(Schedule.quietUntil(noon, at("2026-03-04T10:59:00Z"))).isEmpty();
        assertThat(Schedule.quietUntil(noon, at("2026-03-04T11:00:00Z"))).hasValue(at("2026-03-04T13:00:00Z"));
        assertThat(Schedule.quietUntil(noon, at("2026-03-04T13:00:00Z"))).isEmpty();
        assertThat(Schedule.quietUntil(night(5, 5, null), at("2026-03-04T04:30:00Z")))
                .isEmpty();
    }

    @Test
    void a_night_ends_by_the_clock_on_the_wall_when_clocks_change() {
        Hours night = night(22, 7, null);
        assertThat(Schedule.quietUntil(night, at("2026-03-28T22:00:00Z"))).hasValue(at("2026-03-29T05:00:00Z"));
        assertThat(Schedule.quietUntil(night, at("2026-10-24T21:00:00Z"))).hasValue(at("2026-10-25T06:00:00Z"));
        Hours untilTwo = night(22, 2, null);
        assertThat(Schedule.quietUntil(untilTwo, at("2026-03-28T23:30:00Z")))
                .as("two o'clock is left out")
                .hasValue(at("2026-03-29T01:00:00Z"));
    }

    @Test
    void whoever_is_away_is_left_alone_until_the_morning_after() {
        Hours away = night(22, 7, "2026-03-10");
        assertThat(Schedule.quietUntil(away, at("2026-03-04T12:00:00Z"))).hasValue(at("2026-03-10T06:00:00Z"));
        assertThat(Schedule.quietUntil(away, at("2026-03-10T06:00:00Z"))).isEmpty();
        assertThat(Schedule.quietUntil(night(12, 14, "2026-03-10"), at("2026-03-04T12:00:00Z")))
                .hasValue(at("2026-03-09T23:00:00Z"));
    }
}
