package org.curbside.api.delivery;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a member is reached, and when not.
 *
 * @param rhythm of the digest
 * @param hour from which on it comes, 0 to 23 in the member's zone; one in the night waits for its end
 * @param zone one of {@link #ZONES}
 * @param nightFrom the hour from which on nothing goes out; the same as {@code nightTo} for no night
 * @param nightTo the hour in which the night is over
 * @param awayUntil the day on which something goes out again, or null
 */
public record Hours(Rhythm rhythm, int hour, String zone, int nightFrom, int nightTo, @Nullable LocalDate awayUntil) {

    /**
     * The zones that are offered: one for each way in which clocks go where members may be. A finer one would say more of a member than
     * the hour of a mail needs.
     */
    public static final List<String> ZONES = List.of(
            "Pacific/Honolulu",
            "America/Anchorage",
            "America/Los_Angeles",
            "America/Phoenix",
            "America/Denver",
            "America/Mexico_City",
            "America/Chicago",
            "America/Bogota",
            "America/New_York",
            "America/Halifax",
            "America/St_Johns",
            "America/Sao_Paulo",
            "Atlantic/Azores",
            "UTC",
            "Europe/London",
            "Africa/Lagos",
            "Europe/Berlin",
            "Africa/Johannesburg",
            "Africa/Cairo",
            "Europe/Athens",
            "Asia/Jerusalem",
            "Europe/Istanbul",
            "Asia/Dubai",
            "Asia/Karachi",
            "Asia/Kolkata",
            "Asia/Dhaka",
            "Asia/Bangkok",
            "Asia/Shanghai",
            "Asia/Tokyo",
            "Australia/Adelaide",
            "Australia/Brisbane",
            "Australia/Sydney",
            "Pacific/Auckland");

    /** What holds until a member chooses. */
    public static final Hours USUAL = new Hours(Rhythm.DAILY, 7, "UTC", 22, 7, null);
}
