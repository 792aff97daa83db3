package org.curbside.screening.phi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten times the text takes ten times the work, whatever is in it: characters and words that were looked at are counted. */
class LinearTimeTest {

    private static final int UNITS = 1_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                " ",
                "A-",
                "1.",
                "a@",
                "Mr. A ",
                "Aa ",
                "aa ",
                "St. ",
                "1-",
                "A1",
                "a.",
                "Maria ",
                "maria ",
                "x:",
                "A.",
                "1/1/",
                "(1) ",
                "+1 ",
                "St. Mary's Hospital of ",
                "mrn ",
                "id no ",
                "MRN: 1-",
                "call me at ",
                "\u00e9",
                "e\u0301",
                "#",
                "at St",
                "New York ",
                "Stevens-Johnson ",
                "a-b",
                "2001:",
                "platelets ",
                "www.",
                "https://",
                "@a",
                "A A ",
                "of the ",
                "Jan 1",
                "' ",
                "ninety "
            })
    void ten_times_the_text_is_ten_times_the_work(String unit) {
        assertLinear(unit, LinearTimeTest::charactersSeen);
        assertLinear(unit, LinearTimeTest::wordsSeen);
    }

    private static void assertLinear(String unit, ToLongFunction<String> work) {
        long once = work.applyAsLong(unit.repeat(UNITS));
        long tenTimes = work.applyAsLong(unit.repeat(10 * UNITS));
        assertThat(tenTimes).isLessThan(12 * once + 1_000);
    }

    private static long charactersSeen(String text) {
        String plain = new PlainText(text).characters();
        return Rules.ALL.stream()
                .flatMapToLong(rule -> {
                    Seen seen = new Seen(plain);
                    rule.pattern().matcher(seen).results().forEach(match -> {});
                    return LongStream.of(seen.count);
                })
                .sum();
    }

    private static long wordsSeen(String text) {
        long[] count = new long[1];
        Words words = new Words(new PlainText(text).characters()) {
            @Override
            Word at(int index) {
                count[0]++;
                return super.at(index);
            }
        };
        new PersonNames().find(words, (kind, start, end) -> {});
        new PlaceNames().find(words, (kind, start, end) -> {});
        return count[0];
    }

    /** A text that counts how often somebody looks at a character of it. */
    private static final class Seen implements CharSequence {

        private final String text;
        private long count;

        Seen(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            count++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
