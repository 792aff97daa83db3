package org.curbside.screening.phi;

import java.util.Set;

/** Places smaller than a state, and hospitals and practices by their names. */
final class PlaceNames implements Finder {

    private static final int LONGEST = 5;

    private static final Set<String> STATES = Lexicon.of(
            """
            AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY
            NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY
            """);

    private static final Set<String> STATE_NAMES = Lexicon.of(
            """
            alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii
            idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
            minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee
            texas utah vermont virginia wisconsin wyoming
            """);

    private static final Set<String> BEFORE = Lexicon.of("in from near at around outside to downtown via of greater");

    /** What is before "in" or "from" when somebody is somewhere. */
    private static final Set<String> BEING = Lexicon.of(
            """
            lives live lived living resides residing resident seen moved admitted transferred treated referred
            born raised works working worked visiting visited travelled traveled flew hospitalized hospitalised
            evaluated practice practicing based home stationed clinic hospital office originally native farm
            small here back followed
            """);

    private static final Set<String> SAINTS = Set.of("st", "mt", "ft", "saint", "mount", "fort", "port");

    @Override
    public void find(Words words, Findings findings) {
        for (int i = 0; i < words.count(); ) {
            int end = Facility.end(words, i);
            Kind kind = Kind.FACILITY;
            if (end == i) {
                kind = Kind.PLACE;
                end = place(words, i);
            }
            if (end > i) {
                end = state(words, end);
                findings.add(kind, words.at(i).start(), words.at(end - 1).after());
            }
            i = Math.max(end, i + 1);
        }
    }

    private static int place(Words words, int first) {
        int end = listed(words, first);
        end = end > first ? end : saint(words, first);
        end = end > first ? end : before(words, first);
        return end > first ? end : there(words, first);
    }

    /** A place or an organisation from the lists; "Rochester criteria" is none. */
    private static int listed(Words words, int first) {
        StringBuilder key = new StringBuilder();
        int end = first;
        int found = first;
        boolean alone = false;
        while (end < first + LONGEST && (end == first || joins(words.gapBefore(end)))) {
            key.append(end == first ? "" : "-").append(words.at(end).lower());
            end++;
            String name = key.toString();
            if (Lexicon.PLACES.has(name) || Lexicon.ORGANISATIONS.has(name)) {
                found = end;
                alone = Lexicon.PLACES.tells(name) || Lexicon.ORGANISATIONS.tells(name);
            }
        }
        return found > first && isMeant(words, first, found, alone) ? found : first;
    }

    private static boolean isMeant(Words words, int first, int end, boolean alone) {
        Word word = words.at(first);
        boolean cue = BEFORE.contains(words.at(first - 1).lower());
        if (Terms.eponym(words, end - 1)) {
            return false;
        }
        if (word.small()) {
            return alone
                    && cue
                    && !word.lower().equals("the")
                    && (end - first > 1 || !Lexicon.ORGANISATIONS.has(word.lower()));
        }
        return alone || cue || state(words, end) > end;
    }

    private static boolean joins(String gap) {
        return gap.equals(" ") || gap.equals("-") || gap.equals(". ") || gap.equals(" & ") || gap.equals("/");
    }

    /** "St. Luke's"; not "St. John's wort". */
    private static int saint(Words words, int first) {
        String gap = words.gapBefore(first + 1);
        boolean saint = SAINTS.contains(words.at(first).lower())
                && words.at(first).capital()
                && (gap.equals(" ") || gap.equals(". "))
                && words.at(first + 1).capital()
                && !Terms.eponym(words, first + 1);
        return saint ? first + 2 : first;
    }

    /** "Elkhorn, NE"; degrees that are states too are left to names. */
    private static int before(Words words, int first) {
        Word word = words.at(first);
        boolean name = word.capital() && !word.ordinary();
        int end = first + 1;
        while (name
                && end < first + 3
                && words.gapBefore(end).equals(" ")
                && words.at(end).capital()) {
            end++;
        }
        boolean degree = Set.of("MD", "PA", "DO").contains(words.at(end).text());
        return name && !degree && words.gapBefore(end).startsWith(",") && state(words, end) > end ? end : first;
    }

    /** "lives in Elkhorn", "at BronxCare". */
    private static int there(Words words, int first) {
        Word word = words.at(first);
        String cue = words.at(first - 1).lower();
        boolean by = cue.equals("at") || cue.equals("near");
        boolean being = (cue.equals("in") || cue.equals("from") || cue.equals("to") || cue.equals("of"))
                && BEING.contains(words.at(first - 2).lower());
        if (!word.capital() || !(by || being) || !words.gapBefore(first).equals(" ") || !unknown(words, first)) {
            return first;
        }
        int end = first + 1;
        while (end < first + LONGEST
                && joins(words.gapBefore(end))
                && words.at(end).capital()) {
            end++;
        }
        return Terms.eponym(words, end - 1) ? first : end;
    }

    private static boolean unknown(Words words, int index) {
        Word word = words.at(index);
        return Facility.isKind(words.at(index + 1)) || (!word.ordinary() && !STATE_NAMES.contains(word.lower()));
    }

    /** The index after a state that follows a place: "Elkhorn, NE", "Elkhorn NE", "Mercy Clinic in NE". */
    private static int state(Words words, int end) {
        if (words.at(end).lower().equals("in")
                && STATES.contains(words.at(end + 1).text())) {
            return end + 2;
        }
        String gap = words.gapBefore(end);
        Word word = words.at(end);
        boolean state = STATES.contains(word.text()) || (!word.small() && STATE_NAMES.contains(word.lower()));
        boolean joined = gap.equals(", ") || gap.equals(",") || (gap.equals(" ") && !word.capital());
        return state && joined ? end + 1 : end;
    }
}
