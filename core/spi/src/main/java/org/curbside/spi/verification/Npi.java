package org.curbside.spi.verification;

/**
 * The National Provider Identifier: ten digits, of which the last is a Luhn check digit (ISO/IEC 7812) over the number
 * with 80840 before it (45 CFR 162.406).
 */
public final class Npi {

    /** What the prefix 80840 adds to the Luhn sum. */
    private static final int PREFIX_SUM = 24;

    private static final int DIGITS = 10;

    private Npi() {}

    /** Whether the text is a well-formed number; it need not have been given to anyone. */
    public static boolean isValid(String text) {
        if (text.length() != DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        return sum(text) % 10 == 0;
    }

    /** The number whose first nine digits are these, its check digit added. */
    public static String withCheckDigit(String nineDigits) {
        int rest = sum(nineDigits + "0") % 10;
        return nineDigits + (10 - rest) % 10;
    }

    private static int sum(String digits) {
        int sum = PREFIX_SUM;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
