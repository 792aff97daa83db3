package org.curbside.identity.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a claimed name is the one on record: case, accents, hyphens, apostrophes and suffixes do not count. */
final class NameMatch {

    private static final Set<String> SUFFIXES = Set.of("JR", "SR", "II", "III", "IV", "V", "MD", "DO");

    private NameMatch() {}

    static boolean fits(String given, String family, String recordGiven, String recordFamily) {
        return fitsFamily(family, recordFamily) && givenFits(words(given), words(recordGiven));
    }

    static boolean fitsFamily(String family, String recordFamily) {
        String claimedFamily = String.join("", withoutSuffixes(words(family)));
        return !claimedFamily.isEmpty() && claimedFamily.equals(String.join("", withoutSuffixes(words(recordFamily))));
    }

    /** A middle name or initial may be missing on one side; "Mary Ann" may be written "Maryann". */
    private static boolean givenFits(List<String> claimed, List<String> known) {
        if (claimed.isEmpty() || known.isEmpty()) {
            return false;
        }
        return claimed.get(0).equals(known.get(0)) || String.join("", claimed).equals(String.join("", known));
    }

    /** The first word stays whatever it is: Do is a common family name. */
    private static List<String> withoutSuffixes(List<String> words) {
        List<String> name = new ArrayList<>(words);
        while (name.size() > 1 && SUFFIXES.contains(name.get(name.size() - 1))) {
            name.remove(name.size() - 1);
        }
        return name;
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['\u2018\u2019\u02bc`.]", "")
                .toUpperCase(Locale.ROOT);
        String latin = plain.codePoints().mapToObj(NameMatch::latin).collect(Collectors.joining());
        return Arrays.stream(latin.split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Letters that are no letter with an accent to Unicode, but are written so where only A to Z can be. */
    private static String latin(int letter) {
        return switch (letter) {
            case '\u00d8' -> "O";
            case '\u0141' -> "L";
            case '\u0110', '\u00d0' -> "D";
            case '\u00c6' -> "AE";
            case '\u0152' -> "OE";
            case '\u00de' -> "TH";
            default -> Character.toString(letter);
        };
    }
}
