package org.curbside.screening.phi;

import java.util.Set;

/** What a name is made of, and how its parts hang together. */
final class NameParts {

    private static final Set<String> PARTICLES =
            Lexicon.of("de la del della di da dos van von der den bin ibn al el ter");

    private static final Set<String> AFTER = Set.of("jr", "sr", "ii", "iii");

    /** Written with a full stop, as in "Dr. Halvorsen". */
    private static final Set<String> ABBREVIATIONS = Lexicon.of("mr mrs ms mx dr drs prof sgt capt");

    private NameParts() {}

    /** The index after whatever else belongs to a name. */
    static int rest(Words words, int from) {
        int end = from;
        while (end < from + 4 && close(words, end)) {
            Word word = words.at(end);
            int part = PARTICLES.contains(word.lower()) && close(words, end + 1) ? end + 1 : end;
            if (!further(words, part)) {
                break;
            }
            end = part + 1;
        }
        return end;
    }

    private static boolean further(Words words, int index) {
        Word word = words.at(index);
        return initialed(words, index)
                || (word.capital() && (known(word) || !word.ordinary()))
                || (!word.small() && AFTER.contains(word.lower()));
    }

    /** An initial that is no word by itself. */
    static boolean initialed(Words words, int index) {
        Word word = words.at(index);
        boolean ordinary = word.text().equals("I") || word.text().equals("A");
        return word.initial()
                && (words.next(index) == '.' || (!ordinary && words.next(index) != '-' && words.next(index) != '+'));
    }

    /** Whether no more than a blank stands before a word, a full stop after an initial or a title, or a hyphen. */
    static boolean close(Words words, int index) {
        String gap = words.gapBefore(index);
        Word before = words.at(index - 1);
        boolean abbreviated = before.initial() || ABBREVIATIONS.contains(before.lower());
        return gap.equals(" ") || gap.equals("-") || (abbreviated && (gap.equals(". ") || gap.equals(".")));
    }

    static boolean known(Word word) {
        return Lexicon.GIVEN_NAMES.has(word.lower()) || Lexicon.SURNAMES.has(word.lower());
    }

    static boolean tells(Word word) {
        return Lexicon.GIVEN_NAMES.tells(word.lower()) || Lexicon.SURNAMES.tells(word.lower());
    }
}
