package org.curbside.spi.verification.remote;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether two spellings are of one name or one number, however they are typed. It never guesses. */
public final class Spelling {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern NO_SIGNS = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Spelling() {}

    /** Case, accents, hyphens, apostrophes and blanks do not count; a name without a letter is nobody's. */
    public static boolean isSameName(String one, String other) {
        return !letters(one).isEmpty() && letters(one).equals(letters(other));
    }

    /** As {@link #isSameName}, where either side may go on with middle names or initials after a first name. */
    public static boolean isSameGivenName(String one, String other) {
        boolean initial = letters(first(one)).length() == 1;
        return isSameName(one, other) || (!initial && isSameName(first(one), first(other)));
    }

    /** Case and everything but digits and the letters A to Z do not count. */
    public static boolean isSameNumber(String one, String other) {
        return !signs(one).isEmpty() && signs(one).equals(signs(other));
    }

    private static String first(String name) {
        return BLANKS.split(name.strip(), 2)[0];
    }

    private static String letters(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTERS.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static String signs(String number) {
        return NO_SIGNS.matcher(number.toUpperCase(Locale.ROOT)).replaceAll("");
    }
}
