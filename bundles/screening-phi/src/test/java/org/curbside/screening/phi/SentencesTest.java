package org.curbside.screening.phi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.curbside.spi.screening.Concern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences of our own: what has to be found in each, and that nothing else is. */
class SentencesTest {

    private final PhiScreening screening = new PhiScreening();

    @ParameterizedTest
    @MethodSource
    void finds_what_is_in_brackets_and_nothing_else(String sentence) {
        String text = sentence.replaceAll("[\\[\\]]", "");
        BitSet meant = inBrackets(sentence);
        List<Concern> found = screening.screen(text);
        BitSet at = new BitSet();
        found.forEach(concern -> at.set(concern.start(), concern.end()));

        assertThat(meant.stream().filter(i -> Character.isLetterOrDigit(text.charAt(i))))
                .as("found in full: %s", found)
                .allMatch(at::get);
        assertThat(found).allMatch(concern -> IntStream.range(concern.start(), concern.end())
                .anyMatch(meant::get));
    }

    static Stream<String> finds_what_is_in_brackets_and_nothing_else() throws IOException {
        return lines("telling.txt");
    }

    @ParameterizedTest
    @MethodSource
    void lets_clinical_sentences_be(String sentence) {
        assertThat(screening.screen(sentence)).isEmpty();
    }

    static Stream<String> lets_clinical_sentences_be() throws IOException {
        return lines("harmless.txt");
    }

    @Test
    void there_are_enough_of_both() throws IOException {
        assertThat(lines("telling.txt")).hasSizeGreaterThanOrEqualTo(60);
        assertThat(lines("harmless.txt")).hasSizeGreaterThanOrEqualTo(60);
    }

    private static BitSet inBrackets(String sentence) {
        BitSet inside = new BitSet();
        boolean open = false;
        int at = 0;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (c == '[' || c == ']') {
                open = c == '[';
            } else {
                inside.set(at++, open);
            }
        }
        return inside;
    }

    private static Stream<String> lines(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(SentencesTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"));
        }
    }
}
