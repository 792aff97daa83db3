package org.curbside.screening.phi;

import java.util.Locale;

/**
 * A word of a plain text, without the "'s" at its end.
 *
 * @param after where the "'s" ends, or the word if it has none
 * @param lower in small letters
 * @param ordinary whether it is found where no name is meant
 */
record Word(int start, int end, int after, String text, String lower, Shape shape, boolean ordinary) {

    /** How a word is written. */
    enum Shape {
        /** All in small letters. */
        SMALL,
        /** With a capital first and a small letter after. */
        CAPITAL,
        /** Several capitals and no small letter. */
        CAPITALS,
        /** One capital by itself. */
        INITIAL,
        /** Otherwise, or beside a digit. */
        OTHER
    }

    static Word of(String text, int start, int after) {
        int end = text.startsWith("'s", after - 2) && after - 2 > start ? after - 2 : after;
        String word = text.substring(start, end);
        boolean digit = digit(text, start - 1) || digit(text, after);
        String lower = word.toLowerCase(Locale.ROOT);
        return new Word(start, end, after, word, lower, digit ? Shape.OTHER : shape(word), Terms.ordinary(lower));
    }

    private static boolean digit(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '@');
    }

    private static Shape shape(String word) {
        boolean small = word.chars().anyMatch(Character::isLowerCase);
        if (!Character.isUpperCase(word.charAt(0))) {
            return word.chars().noneMatch(Character::isUpperCase) ? Shape.SMALL : Shape.OTHER;
        }
        if (small) {
            return Shape.CAPITAL;
        }
        return word.length() == 1 ? Shape.INITIAL : Shape.CAPITALS;
    }

    boolean capital() {
        return shape == Shape.CAPITAL;
    }

    boolean capitals() {
        return shape == Shape.CAPITALS;
    }

    boolean small() {
        return shape == Shape.SMALL;
    }

    boolean initial() {
        return shape == Shape.INITIAL;
    }

    /** Whether something belongs to it. */
    boolean possessive() {
        return after > end;
    }
}
