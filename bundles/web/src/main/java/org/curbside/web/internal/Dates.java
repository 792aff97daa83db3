package org.curbside.web.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as a reader says them, in UTC. */
public final class Dates {

    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int MINUTES_OF_A_DAY = 1_440;
    private static final int TWO_DAYS = 2 * MINUTES_OF_A_DAY;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private Dates() {}

    /** Such as {@code 4 Mar 2026, 05:06}. */
    public static String minute(Instant instant) {
        return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Such as {@code 4 March 2026}. */
    public static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Such as {@code 4 March 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as {@code 40 minutes}, {@code 3 hours} or {@code 2 days}; whole ones only. */
    public static String span(long minutes) {
        if (minutes < MINUTES_OF_AN_HOUR) {
            return count(minutes, "minute");
        }
        return minutes < TWO_DAYS
                ? count(minutes / MINUTES_OF_AN_HOUR, "hour")
                : count(minutes / MINUTES_OF_A_DAY, "day");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
