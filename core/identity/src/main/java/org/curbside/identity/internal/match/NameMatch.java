package org.curbside.identity.internal.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a claimed name is the one on record. Case, accents, hyphens, apostrophes, degrees and the order of "LAST, FIRST" do
 * not count, and a middle name, an initial or a suffix may be missing on one side. What both sides say must agree: another
 * initial or another suffix is another person, such as a brother or a father.
 */
public final class NameMatch {

    private static final Set<String> DEGREES = Set.of("MD", "DO", "MBBS", "PHD", "DR");
    private static final Set<String> GENERATIONS = Set.of("JR", "SR", "II", "III", "IV", "V");

    /** A lone V behind a given name is an initial. */
    private static final Set<String> BEHIND_GIVEN = Set.of("JR", "SR", "II", "III", "IV");

    private NameMatch() {}

    /** Whether both are one person's, as far as names tell. */
    public static boolean fits(String given, String family, String recordGiven, String recordFamily) {
        Name claimed = Name.of(given, family);
        Name known = Name.of(recordGiven, recordFamily).partedLike(claimed);
        return !claimed.family().isEmpty()
                && String.join("", claimed.family()).equals(String.join("", known.family()))
                && agree(claimed.generation(), known.generation())
                && givenFits(claimed.given(), known.given());
    }

    /** Whether both are one family's name. */
    public static boolean fitsFamily(String family, String recordFamily) {
        String claimed = String.join("", Name.of("", family).family());
        return !claimed.isEmpty()
                && claimed.equals(String.join("", Name.of("", recordFamily).family()));
    }

    /** What a name is searched by: whoever {@link #fits} has the same, as long as the given name is one word. */
    public static String search(String given, String family) {
        Name name = Name.of(given, family);
        return String.join("", name.family())
                + " "
                + (name.given().isEmpty() ? "" : name.given().get(0));
    }

    private static boolean givenFits(List<String> claimed, List<String> known) {
        if (claimed.isEmpty() || known.isEmpty()) {
            return false;
        }
        if (String.join("", claimed).equals(String.join("", known))) {
            return true;
        }
        return claimed.get(0).equals(known.get(0))
                && middlesFit(claimed.subList(1, claimed.size()), known.subList(1, known.size()));
    }

    /** Of each pair one may be the initial of the other; those that only one side has do not count. */
    private static boolean middlesFit(List<String> claimed, List<String> known) {
        for (int i = 0; i < Math.min(claimed.size(), known.size()); i++) {
            String one = claimed.get(i);
            String other = known.get(i);
            boolean initial = one.length() == 1 || other.length() == 1;
            if (initial ? one.charAt(0) != other.charAt(0) : !one.equals(other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
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
            case '\u0131' -> "I";
            default -> Character.toString(letter);
        };
    }

    /**
     * A name in words.
     *
     * @param generation Jr, III and their like, or empty
     */
    private record Name(List<String> given, List<String> family, String generation) {

        static Name of(String given, String family) {
            int comma = given.isEmpty() ? family.indexOf(',') : -1;
            String last = comma < 0 ? family : family.substring(0, comma);
            String first = comma < 0 ? given : family.substring(comma + 1);
            List<String> familyWords = new ArrayList<>(words(last));
            List<String> givenWords = new ArrayList<>(words(first));
            String generation = takeSuffixes(familyWords, GENERATIONS, DEGREES);
            String behindGiven = takeSuffixes(givenWords, BEHIND_GIVEN, Set.of());
            return new Name(givenWords, familyWords, generation.isEmpty() ? behindGiven : generation);
        }

        /** Some registries write the whole name as one, "ADA M SAMPLE"; where it parts, the other name has to tell. */
        Name partedLike(Name other) {
            int words = family.size();
            String wanted = String.join("", other.family);
            for (int from = words - 1; given.isEmpty() && from > 0; from--) {
                if (String.join("", family.subList(from, words)).equals(wanted)) {
                    return new Name(family.subList(0, from), family.subList(from, words), generation);
                }
            }
            return this;
        }

        /** The first word stays whatever it is: Do is a common family name. Jr and II are one. */
        private static String takeSuffixes(List<String> words, Set<String> generations, Set<String> degrees) {
            String generation = "";
            while (words.size() > 1) {
                String last = words.get(words.size() - 1);
                if (generations.contains(last)) {
                    generation = last.equals("JR") ? "II" : last;
                } else if (!degrees.contains(last)) {
                    break;
                }
                words.remove(words.size() - 1);
            }
            return generation;
        }
    }
}
