package org.curbside.screening.phi;

import java.util.Set;

/**
 * Names of people: after a title or another cue, by common given names and surnames, by initials, and by two unknown words
 * with capital letters. What gives its name to a disease or a test is none.
 */
final class PersonNames implements Finder {

    private static final Set<String> TITLES = Lexicon.of(
            """
            mr mrs ms mx miss mister madam dr drs doctor prof professor nurse reverend sgt sergeant capt captain
            officer judge senator pastor rabbi imam coach
            """);

    private static final Set<String> CIVIL = Set.of("mr", "mrs", "miss", "mister", "madam", "dr", "prof");

    private static final Set<String> CUES = Lexicon.of(
            """
            named patient pt wife husband son daughter brother sister mother father mom mum dad aunt uncle
            neighbor neighbour friend partner client alias aka signed colleague nephew niece cousin grandmother
            grandfather twin fiance roommate
            """);

    private static final Set<String> SPEECH =
            Lexicon.of("with to by for from about told saw met asked like phoned texted thank");

    private static final Set<String> BEING = Lexicon.of("is was and has had when that because said am");

    /** After these a letter is no initial. */
    private static final Set<String> LETTERED = Lexicon.of(
            """
            vitamin hepatitis type group factor class stage grade category influenza protein phase score level
            pugh arm option step part figure table haemophilus plan
            """);

    private static final Set<String> DEGREES = Lexicon.of("MD DO PA NP RN PHD DNP APRN MBBS DDS");

    @Override
    public void find(Words words, Findings findings) {
        for (int i = 0; i < words.count(); ) {
            int end = end(words, i);
            if (end > i) {
                findings.add(Kind.NAME, words.at(i).start(), words.at(end - 1).end());
            }
            i = Math.max(end, i + 1);
        }
    }

    /** The index after the last word of the name that begins at a word, or that word's own if none does. */
    private static int end(Words words, int first) {
        if (words.at(first).shape() == Word.Shape.OTHER) {
            return first;
        }
        int end = titled(words, first);
        end = end > first ? end : cued(words, first);
        end = end > first ? end : uncued(words, first);
        return end > first && Terms.eponym(words, end - 1) ? first : end;
    }

    private static int uncued(Words words, int first) {
        int end = reversed(words, first);
        end = end > first ? end : given(words, first);
        end = end > first ? end : initials(words, first);
        end = end > first ? end : surname(words, first);
        end = end > first ? end : unknown(words, first);
        return end > first ? end : plain(words, first);
    }

    /** "Dr. Halvorsen", "Mr. W.", "mrs halvorsen". */
    private static int titled(Words words, int first) {
        Word title = words.at(first);
        boolean shouted = title.capitals() && !words.at(first + 1).capitals();
        if (shouted || !TITLES.contains(title.lower()) || !NameParts.close(words, first + 1)) {
            return first;
        }
        Word name = words.at(first + 1);
        boolean taken =
                switch (name.shape()) {
                    case INITIAL -> words.next(first + 1) == '.';
                    case CAPITAL -> !Lexicon.COMMON.has(name.lower()) || Lexicon.SURNAMES.has(name.lower());
                    case CAPITALS -> NameParts.known(name) || title.lower().equals("mrs");
                    case SMALL -> smallName(title, name);
                    case OTHER -> false;
                };
        return taken ? NameParts.rest(words, first + 2) : first;
    }

    private static boolean smallName(Word title, Word name) {
        boolean ordinary = name.ordinary() && !Lexicon.SURNAMES.tells(name.lower());
        return name.text().length() > 2
                && !title.capitals()
                && !ordinary
                && (CIVIL.contains(title.lower()) || Lexicon.SURNAMES.tells(name.lower()));
    }

    /** "Patient Ingvild", "named ingvild", "his wife, maria". */
    private static int cued(Words words, int first) {
        Word cue = words.at(first - 1);
        boolean is = cue.lower().equals("is") && words.at(first - 2).lower().equals("name");
        boolean field = cue.lower().equals("name") && words.gapBefore(first).startsWith(":");
        if (!(is || field || CUES.contains(cue.lower())) || !near(words.gapBefore(first))) {
            return first;
        }
        Word name = words.at(first);
        boolean naming = is || field || cue.lower().equals("named");
        boolean unfamiliar =
                !name.ordinary() && name.text().length() > 2 && !name.lower().endsWith("ed");
        boolean taken =
                name.small() ? (naming ? unfamiliar : NameParts.tells(name)) : name.capital() && !name.ordinary();
        return taken ? NameParts.rest(words, first + 1) : first;
    }

    /** "Chen, Wei". */
    private static int reversed(Words words, int first) {
        Word surname = words.at(first);
        Word given = words.at(first + 1);
        if (!words.gapBefore(first + 1).equals(", ") || surname.shape() != given.shape() || surname.small()) {
            return first;
        }
        boolean both = Lexicon.SURNAMES.has(surname.lower()) && Lexicon.GIVEN_NAMES.has(given.lower());
        boolean one = surname.capital()
                && Lexicon.GIVEN_NAMES.tells(given.lower())
                && !surname.ordinary()
                && !Lexicon.PLACES.has(surname.lower());
        boolean taken = one || (both && (NameParts.tells(surname) || NameParts.tells(given)));
        return taken ? NameParts.rest(words, first + 2) : first;
    }

    /** "Anna", "Anna S.", "Grace Halvorsen", "JOHN SMITH". */
    private static int given(Words words, int first) {
        Word name = words.at(first);
        Word next = words.at(first + 1);
        if (!Lexicon.GIVEN_NAMES.has(name.lower())) {
            return first;
        }
        if (name.capitals()) {
            boolean pair = next.capitals()
                    && Lexicon.SURNAMES.has(next.lower())
                    && words.gapBefore(first + 1).equals(" ");
            return pair && (NameParts.tells(name) || NameParts.tells(next)) ? first + 2 : first;
        }
        boolean surname = NameParts.close(words, first + 1)
                && (NameParts.initialed(words, first + 1)
                        || (next.capital() && (Lexicon.SURNAMES.has(next.lower()) || !next.ordinary())));
        boolean taken = name.capital() && (Lexicon.GIVEN_NAMES.tells(name.lower()) || surname);
        return taken ? NameParts.rest(words, first + 1) : first;
    }

    /** "A. Smith", "J. R. Halvorsen". */
    private static int initials(Words words, int first) {
        int i = first;
        while (i < first + 3 && words.at(i).initial() && words.next(i) == '.') {
            i++;
        }
        Word surname = words.at(i);
        boolean taken = i > first
                && !country(words, first)
                && NameParts.close(words, i)
                && surname.capital()
                && !LETTERED.contains(words.at(first - 1).lower())
                && (Lexicon.SURNAMES.has(surname.lower()) || !surname.ordinary());
        return taken ? NameParts.rest(words, i + 1) : first;
    }

    /** "U.S." */
    private static boolean country(Words words, int index) {
        int us = words.at(index).text().equals("S") ? index - 1 : index;
        return words.at(us).text().equals("U") && words.at(us + 1).text().equals("S");
    }

    /** "Nguyen", "Nguyen T.", "Brown T.". */
    private static int surname(Words words, int first) {
        Word name = words.at(first);
        if (!name.capital()) {
            return first;
        }
        boolean alone = Lexicon.SURNAMES.tells(name.lower());
        boolean before = (!name.ordinary() || Lexicon.SURNAMES.has(name.lower()))
                && !LETTERED.contains(name.lower())
                && words.gapBefore(first + 1).equals(" ")
                && words.at(first + 1).initial()
                && words.next(first + 1) == '.'
                && !words.startsSentence(first);
        return alone || before ? NameParts.rest(words, first + 1) : first;
    }

    /** "Ingvild Sorlie" inside a sentence; "Sorlie, MD". */
    private static int unknown(Words words, int first) {
        Word name = words.at(first);
        if (!unfamiliar(name)) {
            return first;
        }
        int next = first + 1;
        if (words.gapBefore(next).equals(", ")
                && DEGREES.contains(words.at(next).text())) {
            return next;
        }
        boolean pair = words.gapBefore(next).equals(" ")
                && unfamiliar(words.at(next))
                && spokenOf(words, first)
                && !Terms.technical(name)
                && !Terms.technical(words.at(next))
                && !(words.gapBefore(next + 1).equals(" ") && words.at(next + 1).capital());
        return pair ? next + 1 : first;
    }

    private static boolean spokenOf(Words words, int index) {
        Word before = words.at(index - 1);
        boolean listed = words.gapBefore(index).equals(", ") && !words.startsSentence(index);
        return listed || (before.small() && (SPEECH.contains(before.lower()) || BEING.contains(before.lower())));
    }

    private static boolean unfamiliar(Word word) {
        return word.capital() && word.text().length() > 2 && !word.ordinary() && !Lexicon.PLACES.has(word.lower());
    }

    /** "maria garcia", "spoke with maria". */
    private static int plain(Words words, int first) {
        Word name = words.at(first);
        Word next = words.at(first + 1);
        if (!name.small() || !Lexicon.GIVEN_NAMES.tells(name.lower())) {
            return first;
        }
        boolean pair = next.small() && words.gapBefore(first + 1).equals(" ") && Lexicon.SURNAMES.tells(next.lower());
        boolean spoken = SPEECH.contains(words.at(first - 1).lower());
        return pair ? first + 2 : (spoken ? first + 1 : first);
    }

    private static boolean near(String gap) {
        return gap.equals(" ") || gap.equals(", ") || gap.equals(": ") || gap.equals(":");
    }
}
