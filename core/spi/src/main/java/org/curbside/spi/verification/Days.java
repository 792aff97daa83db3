package org.curbside.spi.verification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which registries write a day. */
final class Days {

    private static final int LONGEST = 40;
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-?([0-9]{2})-?([0-9]{2})([T ].*)?");
    private static final Pattern MONTH_FIRST = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})( .*)?");

    private Days() {}

    static Optional<LocalDate> read(String text) {
        if (text.chars().allMatch(c -> c == '0' || c == '/' || c == '-')) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            return Optional.of(LocalDate.EPOCH);
        }
        Matcher year = YEAR_FIRST.matcher(text);
        if (year.matches()) {
            return day(year.group(1), year.group(2), year.group(3));
        }
        Matcher month = MONTH_FIRST.matcher(text);
        return month.matches() ? day(month.group(3), month.group(1), month.group(2)) : Optional.of(LocalDate.EPOCH);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.of(LocalDate.EPOCH);
        }
    }
}
