package org.curbside.screening.phi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A list of words in small letters from a file beside this class, whose first lines say what they are. */
final class Lexicon {

    static final Lexicon GIVEN_NAMES = new Lexicon("given-names.txt");
    static final Lexicon SURNAMES = new Lexicon("surnames.txt");
    static final Lexicon PLACES = new Lexicon("places.txt");
    static final Lexicon ORGANISATIONS = new Lexicon("organisations.txt");
    static final Lexicon CLINICAL = new Lexicon("clinical.txt");
    static final Lexicon CALLED_AFTER = new Lexicon("called-after.txt");
    static final Lexicon ENDINGS = new Lexicon("endings.txt");
    static final Lexicon COMMON = new Lexicon("common.txt");

    /** Whether each word counts by itself. */
    private final Map<String, Boolean> words = new HashMap<>();

    private Lexicon(String file) {
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ", -1)))
                    .filter(word -> !word.isEmpty())
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String entry) {
        boolean alone = !entry.endsWith("?");
        String word = alone ? entry : entry.substring(0, entry.length() - 1);
        words.merge(word.replace("'s", ""), alone, Boolean::logicalAnd);
    }

    /** The words of a short list that stands in the code. */
    static Set<String> of(String words) {
        return Set.of(words.strip().split("\\s+", -1));
    }

    /** Whether it is in the list at all. */
    boolean has(String word) {
        return words.containsKey(word);
    }

    /** Whether it is in the list, and is nothing else besides. */
    boolean tells(String word) {
        return words.getOrDefault(word, false);
    }
}
