package org.curbside.identity.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a claimed name is the one on record: case, accents, hyphens, apostrophes and suffixes do not count. */
final class NameMatch {

    private static final Set<String> SUFFIXES = Set.of("JR", "SR", "II", "III", "IV", "MD", "DO");

    private NameMatch() {}

    static boolean fits(String given, String family, String recordGiven, String recordFamily) {
        List<String> claimed = words(given);
        List<String> known = words(recordGiven);
        boolean givenFits =
                !claimed.isEmpty() && !known.isEmpty() && claimed.get(0).equals(known.get(0));
        String claimedFamily = String.join("", words(family));
        return givenFits && !claimedFamily.isEmpty() && claimedFamily.equals(String.join("", words(recordFamily)));
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['\u2019.]", "")
                .toUpperCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^A-Z]+", -1))
                .filter(word -> !word.isEmpty() && !SUFFIXES.contains(word))
                .toList();
    }
}
