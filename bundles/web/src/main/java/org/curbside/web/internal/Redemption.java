package org.curbside.web.internal;

import java.util.regex.Pattern;

/**
 * When a credential is used, as the browser draws it.
 *
 * @param hours within which, by lot
 * @param daily the time of the day in UTC to which it then waits, as hours and minutes, or empty
 */
public record Redemption(int hours, String daily) {

    private static final Pattern TIME = Pattern.compile("(([01][0-9]|2[0-3]):[0-5][0-9])?");

    /** Refuses what is no time. */
    public Redemption {
        daily = daily.strip();
        if (hours < 0 || !TIME.matcher(daily).matches()) {
            throw new IllegalArgumentException("In etc/org.curbside.web.cfg, redemption.hours is a number of hours and"
                    + " redemption.daily a time such as 18:00");
        }
    }

    /** Whether nobody waits. */
    public boolean atOnce() {
        return hours == 0 && daily.isEmpty();
    }
}
