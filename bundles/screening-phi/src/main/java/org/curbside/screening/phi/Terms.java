package org.curbside.screening.phi;

import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What is written with a capital letter in clinical texts and names nobody. */
final class Terms {

    private static final int LONGEST_ENDING = 8;

    private Terms() {}

    /** Whether a word that no list knows looks like one of chemistry or anatomy. */
    static boolean technical(Word word) {
        return ends(word.lower(), Lexicon.ENDINGS::has);
    }

    /** Whether a word in small letters is found where no name is meant. Names that are ordinary words as well count as such. */
    static boolean ordinary(String lower) {
        return Lexicon.COMMON.has(lower)
                || Lexicon.CLINICAL.has(lower)
                || Lexicon.CALLED_AFTER.has(lower)
                || ends(lower, Lexicon.ENDINGS::tells);
    }

    private static boolean ends(String lower, Predicate<String> endings) {
        int longest = Math.min(LONGEST_ENDING, lower.length() - 2);
        return IntStream.rangeClosed(2, longest).anyMatch(size -> endings.test(lower.substring(lower.length() - size)));
    }

    /** Whether what ends at a word gives its name to a disease, a sign or the like, such as Stevens in "Stevens-Johnson syndrome". */
    static boolean eponym(Words words, int index) {
        int next = index + 1;
        while (next < index + 4 && links(words, next)) {
            next++;
        }
        int term = next;
        while (term < next + 2 && !follows(words, term) && kindOfTerm(words, term)) {
            term++;
        }
        return follows(words, term) || compound(words, index);
    }

    /** Such as Marie and Tooth in "Charcot-Marie-Tooth". */
    private static boolean compound(Words words, int index) {
        int first = index;
        while (first > index - 3 && words.gapBefore(first).equals("-")) {
            first--;
        }
        return first < index && Lexicon.CLINICAL.has(words.at(first).lower());
    }

    private static boolean links(Words words, int index) {
        String gap = words.gapBefore(index);
        return words.at(index).capital() && (gap.equals("-") || gap.equals("/"));
    }

    private static boolean follows(Words words, int index) {
        String gap = words.gapBefore(index);
        return (gap.equals(" ") || gap.equals("-"))
                && Lexicon.CALLED_AFTER.has(words.at(index).lower());
    }

    /** Such as "Risk" in "Framingham Risk Score". */
    private static boolean kindOfTerm(Words words, int index) {
        Word word = words.at(index);
        boolean link =
                words.gapBefore(index).equals(" ") || words.gapBefore(index).equals("-");
        boolean small = word.small()
                && !Lexicon.COMMON.has(word.lower())
                && !word.lower().endsWith("ed");
        return link && (small || (word.capital() && word.ordinary()));
    }
}
