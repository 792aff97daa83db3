package org.curbside.screening.phi;

import java.util.Set;

/** A hospital, a practice or a school by its name: words with capitals, of which one says what it is. */
final class Facility {

    private static final int LONGEST = 8;

    private static final Set<String> KINDS = Lexicon.of(
            """
            hospital hospitals hosp clinic clinics center centre ctr infirmary hospice sanatorium healthcare
            university univ institute college pharmacy memorial general gen va health med medical rehab
            rehabilitation associates physicians practice campus care dispensary polyclinic school nursing home
            homes ed er
            """);

    /** What makes capitals before it a name: "UW Medical", but not "HIV Clinic". */
    private static final Set<String> INSTITUTIONS =
            Lexicon.of("Hospital Hospitals Hosp Medical Med Health Healthcare General Memorial University");

    /** What says so also with a small letter. */
    private static final Set<String> SMALL_KINDS =
            Lexicon.of("hospital clinic center centre office campus practice pharmacy infirmary hospice va");

    /** Ordinary words that facilities are called by. */
    private static final Set<String> CALLED = Lexicon.of(
            """
            city county general memorial community regional central river lake green north south east west
            northern southern eastern western university veterans metropolitan baptist adventist jewish
            """);

    private static final Set<String> SAINTS = Set.of("st", "saint", "mount", "mt");

    private static final Set<String> ADJECTIVES =
            Set.of("medical", "med", "health", "general", "memorial", "nursing", "care");

    /** What begins the name of a body that says nothing of where somebody is. */
    private static final Set<String> WIDE =
            Set.of("national", "international", "american", "world", "european", "institutes");

    /** What is written with a full stop. */
    private static final Set<String> SHORTENED = Set.of("st", "mt", "ft", "med", "univ", "hosp", "ctr", "gen");

    /** What says so only after a name that is known: "Stanford Health", but not "Dental Health". */
    private static final Set<String> WEAK =
            Lexicon.of("health care home homes nursing practice ed er associates rehab");

    private static final Set<String> BETWEEN = Lexicon.of("of the and for at de la los las");

    private Facility() {}

    /** Whether a word says what kind of facility it is. */
    static boolean isKind(Word word) {
        return KINDS.contains(word.lower());
    }

    /** The index after the facility that begins at a word, or that word's own if none does. */
    static int end(Words words, int first) {
        if (!begins(words, first)) {
            return first;
        }
        int end = first;
        int last = first;
        boolean known = false;
        boolean proper = false;
        boolean called = false;
        while (end < first + LONGEST && (end == first || runsOn(words, end))) {
            Word word = words.at(end);
            boolean written = word.capital() || word.capitals();
            if (end > first && (written ? isKind(word) : SMALL_KINDS.contains(word.lower()))) {
                boolean weak = WEAK.contains(word.lower()) && last == first;
                last = known || (!weak && (proper || (called && written))) ? end + 1 : last;
            }
            known |= written && known(words, end);
            proper |= written && proper(words, end);
            called |= word.capital() && CALLED.contains(word.lower()) && !words.startsSentence(end);
            if (!written && !BETWEEN.contains(word.lower())) {
                break;
            }
            end++;
        }
        return last > first && !goesOn(words, last) ? of(words, last) : first;
    }

    /** "Mercy Medical" is a facility's name, "Mercy Medical Dictionary" is none. */
    private static boolean goesOn(Words words, int end) {
        return ADJECTIVES.contains(words.at(end - 1).lower())
                && words.gapBefore(end).equals(" ")
                && words.at(end).capital()
                && words.at(end).ordinary()
                && !Lexicon.CLINICAL.has(words.at(end).lower());
    }

    private static boolean begins(Words words, int first) {
        Word word = words.at(first);
        boolean plainStart = words.startsSentence(first) && Lexicon.COMMON.has(word.lower());
        plainStart |= WIDE.contains(word.lower());
        return !plainStart
                && (word.capital()
                        || (word.capitals()
                                && !BETWEEN.contains(words.at(first + 1).lower())));
    }

    private static boolean runsOn(Words words, int index) {
        String gap = words.gapBefore(index);
        boolean shortened =
                gap.equals(". ") && SHORTENED.contains(words.at(index - 1).lower());
        return shortened || gap.equals(" ") || gap.equals("-") || gap.equals(" & ");
    }

    private static boolean known(Words words, int index) {
        Word word = words.at(index);
        boolean listed = Lexicon.ORGANISATIONS.has(word.lower())
                || Lexicon.PLACES.tells(word.lower())
                || Lexicon.PLACES.tells(words.at(index - 1).lower() + "-" + word.lower());
        return word.capitals()
                ? listed
                        || Lexicon.PLACES.has(word.lower())
                        || INSTITUTIONS.contains(words.at(index + 1).text())
                : listed || Lexicon.SURNAMES.tells(word.lower()) || SAINTS.contains(word.lower());
    }

    private static boolean proper(Words words, int index) {
        Word word = words.at(index);
        boolean unfamiliar = word.capital() && !word.ordinary() && !isKind(word);
        return unfamiliar && (!words.startsSentence(index) || isKind(words.at(index + 1)));
    }

    /** Goes on with "of Atlanta" or "Los Angeles". */
    private static int of(Words words, int end) {
        int next = words.at(end).lower().equals("of") ? end + 1 : end;
        int last = next;
        while (last < next + 3
                && words.gapBefore(last).equals(" ")
                && words.at(last).capital()
                && !words.at(last).ordinary()) {
            last++;
        }
        return last > next ? last : end;
    }
}
