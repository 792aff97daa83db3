package org.curbside.identity.internal.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A licence number apart from the ways in which it is written: ME99999 and "ME 0099999" in Florida, 999999-1 and 999999 in
 * New York, 35-999999 and 999999 in Ohio, 036-999999 and 036999999 in Illinois, "99999 - 20" and 99999 in Wisconsin. Its
 * digits without leading zeros are what it is searched by; letters count where both sides have some, for a board may give
 * the same digits to a physician (ME) and to an osteopath (OS).
 *
 * @param state two capital letters, or empty if not known
 * @param letters in front of and behind the digits, in their order
 * @param digits without leading zeros; if there are none, all letters
 */
public record LicenceNumber(String state, String letters, String digits) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^A-Z]+");

    /** Of a number as anybody writes it. */
    public static LicenceNumber of(String state, String written) {
        String place = state.strip().toUpperCase(Locale.ROOT);
        String text = written.toUpperCase(Locale.ROOT);
        String letters = NO_LETTERS.matcher(text).replaceAll("");
        List<String> groups = new ArrayList<>();
        Matcher matcher = DIGITS.matcher(text);
        while (matcher.find()) {
            groups.add(matcher.group());
        }
        if (groups.isEmpty()) {
            return new LicenceNumber(place, "", letters);
        }
        return new LicenceNumber(place, letters, withoutZeros(core(place, groups)));
    }

    /** Whether there is anything in it that could be found. */
    public boolean isBlank() {
        return digits.isEmpty();
    }

    /** Whether it is the same licence; a state that is not known may be any. */
    public boolean isTheSame(LicenceNumber other) {
        return !isBlank()
                && digits.equals(other.digits)
                && (state.isEmpty() || other.state.isEmpty() || state.equals(other.state))
                && (letters.contains(other.letters) || other.letters.contains(letters));
    }

    /** What of the groups of digits tells one licence of a state from another. */
    private static String core(String state, List<String> groups) {
        String first = groups.get(0);
        String last = groups.get(groups.size() - 1);
        String all = String.join("", groups);
        return switch (state) {
            case "NY" -> groups.size() == 2 && last.length() == 1 ? first : withoutCheckDigit(withoutZeros(all));
            case "WI" -> groups.size() == 2 && last.length() <= 3 && first.length() > last.length() ? first : all;
            case "OH" -> groups.size() == 2 && isOhioBoard(first) ? last : isOhioBoard(all) ? all.substring(2) : all;
            case "CT" -> groups.size() == 2 && first.length() == 1 ? last : all;
            case "IL" -> isIllinoisBoard(withoutZeros(all)) ? withoutZeros(all).substring(2) : all;
            default -> all;
        };
    }

    /** Six digits and one that checks them. */
    private static String withoutCheckDigit(String digits) {
        return digits.length() == 7 ? digits.substring(0, 6) : digits;
    }

    /** 34 stands before an osteopath's number and 35 before another physician's, six digits each. */
    private static boolean isOhioBoard(String digits) {
        return (digits.length() == 2 || digits.length() == 8) && (digits.startsWith("34") || digits.startsWith("35"));
    }

    /** 036 stands before a physician's six digits. */
    private static boolean isIllinoisBoard(String digits) {
        return digits.length() == 8 && digits.startsWith("36");
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }
}
