package org.curbside.spi.verification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A source's own words on standing, and what each means; case and the kind of dash do not matter, and a word that is not listed is never
 * guessed. A status can carry a flag ({@link #flagged}), such as a mark of discipline: it keeps a good word from passing,
 * and changes nothing about a bad one.
 */
public final class Vocabulary {

    private static final String FLAG = " | ";

    private final String source;
    private final Map<String, Verdict> words;

    private Vocabulary(String source, Map<String, Verdict> words) {
        this.source = source;
        this.words = words;
    }

    /** No words yet; the source as it stands in a sentence, for example "the Florida Department of Health". */
    public static Vocabulary of(String source) {
        return new Vocabulary(source, Map.of());
    }

    /** Words that say, clean and alone, that the physician may practise. */
    public Vocabulary active(String... active) {
        return with(Verdict.ACTIVE, active);
    }

    /** Words that say that the physician may not: ended, lapsed, or not renewed. */
    public Vocabulary inactive(String... inactive) {
        return with(Verdict.INACTIVE, inactive);
    }

    /** Words that are known and that a person has to read. */
    public Vocabulary unclear(String... unclear) {
        return with(Verdict.INDETERMINATE, unclear);
    }

    private Vocabulary with(Verdict verdict, String... added) {
        Map<String, Verdict> all = new TreeMap<>(words);
        Arrays.stream(added).forEach(word -> all.put(folded(word), verdict));
        return new Vocabulary(source, all);
    }

    /** The status with a flag behind it, or alone if the flag is empty. */
    public static String flagged(String status, String flag) {
        return flag.isEmpty() ? status : status + FLAG + flag;
    }

    /** What the status says. */
    public Judgement judge(String status) {
        int flag = status.indexOf(FLAG);
        Verdict word = words.getOrDefault(folded(flag < 0 ? status : status.substring(0, flag)), Verdict.INDETERMINATE);
        return switch (word == Verdict.ACTIVE && flag >= 0 ? Verdict.INDETERMINATE : word) {
            case ACTIVE -> new Judgement(Verdict.ACTIVE, "Listed as active by " + source + ".");
            case INACTIVE -> new Judgement(
                    Verdict.INACTIVE, "The licence is not active by the word of " + source + ".");
            case INDETERMINATE -> new Judgement(
                    Verdict.INDETERMINATE, "There is a word or a mark of " + source + " that a person has to read.");
        };
    }

    private static String folded(String word) {
        return word.strip().replace('\u2013', '-').toUpperCase(Locale.ROOT);
    }
}
