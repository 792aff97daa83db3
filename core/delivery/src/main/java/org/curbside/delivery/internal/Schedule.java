package org.curbside.delivery.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.curbside.api.delivery.Hours;
import org.curbside.api.delivery.Rhythm;

/** When a member's digest is due and when the member is left alone, by the clock on the member's wall. */
final class Schedule {

    private static final int LONGEST_DAYS = 8;

    private Schedule() {}

    /** The first digest after that moment. */
    static Instant next(Hours hours, Instant after) {
        LocalDate day = after.atZone(zone(hours)).toLocalDate();
        while (!fits(hours.rhythm(), day) || !at(hours, day).isAfter(after)) {
            day = day.plusDays(1);
        }
        return at(hours, day);
    }

    /** When the period began of which a digest tells that goes out at that moment, at its hour or somewhat later. */
    static Instant periodBegan(Hours hours, Instant now) {
        return previous(hours, previous(hours, now));
    }

    /** The last digest before that moment. */
    private static Instant previous(Hours hours, Instant before) {
        Instant previous =
                next(hours, before.atZone(zone(hours)).minusDays(LONGEST_DAYS).toInstant());
        for (Instant one = previous; one.isBefore(before); one = next(hours, one)) {
            previous = one;
        }
        return previous;
    }

    /** Until when nothing goes out; empty if something may. */
    static Optional<Instant> quietUntil(Hours hours, Instant now) {
        if (hours.awayUntil() != null) {
            Instant back = hours.awayUntil().atStartOfDay(zone(hours)).toInstant();
            if (now.isBefore(back)) {
                return Optional.of(night(hours, back).orElse(back));
            }
        }
        return night(hours, now);
    }

    private static Optional<Instant> night(Hours hours, Instant now) {
        ZonedDateTime local = now.atZone(zone(hours));
        int hour = local.getHour();
        boolean overMidnight = hours.nightFrom() > hours.nightTo();
        boolean evening = hour >= hours.nightFrom();
        boolean morning = hour < hours.nightTo();
        if (overMidnight ? !evening && !morning : !(evening && morning)) {
            return Optional.empty();
        }
        LocalDate day = local.toLocalDate().plusDays(overMidnight && evening ? 1 : 0);
        return Optional.of(day.atTime(hours.nightTo(), 0).atZone(zone(hours)).toInstant());
    }

    /** An hour that the clocks leave out comes an hour later; one that comes twice is the first. */
    private static Instant at(Hours hours, LocalDate day) {
        return day.atTime(hours.hour(), 0).atZone(zone(hours)).toInstant();
    }

    private static boolean fits(Rhythm rhythm, LocalDate day) {
        return switch (rhythm) {
            case DAILY -> true;
            case WEEKDAYS -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            case WEEKLY -> day.getDayOfWeek() == DayOfWeek.MONDAY;
        };
    }

    private static ZoneId zone(Hours hours) {
        return ZoneId.of(hours.zone());
    }
}
