package org.curbside.proof.email;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the part of an address before the sign is made of a person's name, as institutions make it: the family name, or one
 * of its parts that is more than a particle, with the given name or its first letter before or behind it, and perhaps one letter between for another name.
 * Digits and signs do not count. Whoever has an address of another kind shows possession in another way.
 */
final class NameInAddress {

    private static final int SHORTEST_PART = 4;
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z]+");

    /** Letters that do not come apart into one of the alphabet and a mark. */
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ø", "o", "æ", "ae", "œ", "oe", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i");

    private static final Map<String, String> TWO_FOR_ONE =
            Map.of("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe");

    private NameInAddress() {}

    static boolean fits(String local, String givenName, String familyName) {
        String letters = letters(local.replaceFirst("\\+.*", ""));
        for (String given : spellings(firstOf(givenName))) {
            for (String family : families(familyName)) {
                if (isMadeOf(letters, given, family)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMadeOf(String letters, String given, String family) {
        if (given.isEmpty() || family.length() < 2) {
            return false;
        }
        String rest;
        if (letters.endsWith(family)) {
            rest = letters.substring(0, letters.length() - family.length());
        } else if (letters.startsWith(family)) {
            rest = letters.substring(family.length());
        } else {
            return false;
        }
        return rest.equals(given) || isInitials(rest, given) || isWithAnother(rest, given);
    }

    /** One letter, or two of which the second is of another name. */
    private static boolean isInitials(String rest, String given) {
        return !rest.isEmpty() && rest.length() <= 2 && rest.charAt(0) == given.charAt(0);
    }

    private static boolean isWithAnother(String rest, String given) {
        return rest.length() == given.length() + 1 && rest.startsWith(given);
    }

    private static String firstOf(String givenName) {
        for (String part : SEPARATORS.split(givenName, -1)) {
            if (!part.isEmpty()) {
                return part;
            }
        }
        return "";
    }

    /** The whole name, and each of its parts that is long enough to tell. */
    private static Set<String> families(String familyName) {
        Set<String> families = new LinkedHashSet<>(spellings(familyName));
        for (String part : SEPARATORS.split(familyName, -1)) {
            if (part.length() >= SHORTEST_PART) {
                families.addAll(spellings(part));
            }
        }
        return families;
    }

    /** As plain letters, and with two where German and Danish write two for one. */
    private static Set<String> spellings(String name) {
        String lower = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        return new LinkedHashSet<>(List.of(letters(lower), letters(replaced(lower, TWO_FOR_ONE))));
    }

    private static String letters(String text) {
        String plain = replaced(text.toLowerCase(Locale.ROOT), LETTERS);
        String apart =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
        return OTHERS.matcher(apart).replaceAll("");
    }

    private static String replaced(String text, Map<String, String> letters) {
        String result = text;
        for (Map.Entry<String, String> letter : letters.entrySet()) {
            result = result.replace(letter.getKey(), letter.getValue());
        }
        return result;
    }
}
