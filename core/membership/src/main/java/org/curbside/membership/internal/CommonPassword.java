package org.curbside.membership.internal;

import java.util.Set;
import java.util.stream.IntStream;

/** What people choose when they have to choose: known by rule, for a list of all of it would be as long as the web. */
final class CommonPassword {

    private static final int FEW = 3;
    private static final int LONGEST_PATTERN = 5;

    /** Rows of keyboards, the alphabet and the digits, there and back again. */
    private static final String ROWS = "qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm azertyuiop qsdfghjklm wxcvbn"
            + " abcdefghijklmnopqrstuvwxyz 01234567890 1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv";

    private static final String ROWS_BACK = new StringBuilder(ROWS).reverse().toString();

    /** With digits and marks around them they are still the same words. */
    private static final Set<String> WORDS = Set.of(
            "password",
            "passphrase",
            "motdepasse",
            "passwort",
            "letmein",
            "welcome",
            "iloveyou",
            "trustnoone",
            "administrator",
            "admin",
            "secret",
            "changeme",
            "monkey",
            "dragon",
            "sunshine",
            "football",
            "superman",
            "hospital",
            "doctor",
            "physician",
            "medicine",
            "stethoscope",
            "hippocrates",
            "curbside");

    private CommonPassword() {}

    /** Whether a password in lower case is one of those. */
    static boolean is(String password) {
        String letters = lettersOf(password);
        return password.codePoints().distinct().count() <= FEW
                || repeats(password)
                || isAlong(password)
                || WORDS.contains(letters)
                || WORDS.stream().anyMatch(word -> letters.equals(word + word));
    }

    /** Without the digits and marks around and within, but with the letters that some within stand for. */
    private static String lettersOf(String password) {
        return password.replaceAll("^[^a-z]+|[^a-z]+$", "")
                .replace('0', 'o')
                .replace('@', 'a')
                .replace('$', 's')
                .replaceAll("[^a-z]", "");
    }

    /** A few characters over and over. */
    private static boolean repeats(String password) {
        return IntStream.rangeClosed(1, LONGEST_PATTERN)
                .mapToObj(length -> password.substring(0, length).repeat(password.length() / length + 1))
                .anyMatch(repeated -> repeated.startsWith(password));
    }

    /** Pieces of four and more that lie along a row. */
    private static boolean isAlong(String password) {
        int at = 0;
        while (at < password.length()) {
            int length = alongFrom(password, at);
            if (length < 4 && at + length < password.length()) {
                return false;
            }
            at += length;
        }
        return true;
    }

    private static int alongFrom(String password, int at) {
        int length = 1;
        while (at + length < password.length() && isInARow(password.substring(at, at + length + 1))) {
            length++;
        }
        return length;
    }

    private static boolean isInARow(String piece) {
        return ROWS.contains(piece) || ROWS_BACK.contains(piece);
    }
}
