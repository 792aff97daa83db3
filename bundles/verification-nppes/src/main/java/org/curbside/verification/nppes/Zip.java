package org.curbside.verification.nppes;

/** The registry's ZIP codes as the postal service wants them. */
final class Zip {

    private static final int FIVE = 5;
    private static final int NINE = 9;

    private Zip() {}

    /** "334012717" is 33401-2717; "70331657" lost a leading zero on its way and is 07033-1657. */
    static String printed(String zip) {
        if (zip.isEmpty() || zip.length() > NINE || !zip.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return zip;
        }
        int full = zip.length() <= FIVE ? FIVE : NINE;
        String padded = "0".repeat(full - zip.length()) + zip;
        return full == FIVE ? padded : padded.substring(0, FIVE) + "-" + padded.substring(FIVE);
    }
}
