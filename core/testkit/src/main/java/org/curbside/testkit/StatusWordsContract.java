package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Verdict;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each word of a registry's means, by rows that hold it. Words that were seen at a source and are at hand in a folder
 * {@code shared} above are tried too.
 */
public abstract class StatusWordsContract {

    private static final String SEEN = "data/boards/status_vocabularies.json";
    private static final Pattern LIST = Pattern.compile("\"(\\w+)\": \\[([^\\]]*)\\]");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** The registry on trial. */
    protected abstract BulkRegistry registry();

    /**
     * Values by column, of a row that is right and in which the source uses the word.
     *
     * @param group of the word in the file of words that were seen; empty for {@link #words}
     */
    protected abstract Map<String, String> row(String group, String word);

    /** Words, and what they mean. */
    protected abstract Map<String, Verdict> words();

    /** What the source is called in a file of words that were seen, which this house has; empty for any other registry. */
    protected String source() {
        return "";
    }

    /** What words of a group in that file deserve, or nothing if the group is about something else. */
    protected Optional<Verdict> meaning(String group, String word) {
        return switch (group) {
            case "active" -> Optional.of(Verdict.ACTIVE);
            case "review" -> Optional.of(Verdict.INDETERMINATE);
            case "ended", "lapsed" -> Optional.of(Verdict.INACTIVE);
            default -> Optional.empty();
        };
    }

    @TestFactory
    Stream<DynamicTest> a_word_means_what_the_source_means() {
        return words().entrySet().stream().map(word -> trial("", word.getKey(), word.getValue()));
    }

    @TestFactory
    Stream<DynamicTest> so_does_every_word_that_was_seen() throws IOException {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(SEEN))
                .filter(Files::isRegularFile)
                .findFirst();
        if (source().isEmpty()) {
            return Stream.empty();
        }
        if (file.isEmpty()) {
            String why = "Skipped: there is no ../shared/" + SEEN;
            return Stream.of(dynamicTest(why, () -> Assumptions.abort(why)));
        }
        List<DynamicTest> seen = seen(Files.readString(file.orElseThrow()));
        assertThat(seen).isNotEmpty();
        return seen.stream();
    }

    @Test
    void a_word_that_nobody_knows_is_for_a_person() throws RejectedRow {
        assertThat(verdict("", "Gone fishing")).isEqualTo(Verdict.INDETERMINATE);
    }

    private DynamicTest trial(String group, String word, Verdict meaning) {
        return dynamicTest((group + " " + word).strip(), () -> assertThat(verdict(group, word))
                .isEqualTo(meaning));
    }

    private Verdict verdict(String group, String word) throws RejectedRow {
        Map<String, String> values = row(group, word);
        return registry()
                .judge(registry().read(column -> values.getOrDefault(column, "").strip()))
                .verdict();
    }

    private List<DynamicTest> seen(String json) {
        int from = json.indexOf("\"" + source() + "\"");
        int to = json.indexOf("\n }", from);
        List<DynamicTest> seen = new ArrayList<>();
        Matcher lists = LIST.matcher(json.substring(from, to));
        while (lists.find()) {
            String group = lists.group(1);
            TEXT.matcher(lists.group(2))
                    .results()
                    .flatMap(text -> spelled(text.group(1)))
                    .forEach(word -> meaning(group, word).ifPresent(verdict -> seen.add(trial(group, word, verdict))));
        }
        return seen;
    }

    /** ACTIVE|{CURRENT,ACTIVE} are two words. */
    private static Stream<String> spelled(String word) {
        int open = word.indexOf('{');
        return open < 0
                ? Stream.of(word)
                : Stream.of(word.substring(open + 1, word.length() - 1).split(",", -1))
                        .map(end -> word.substring(0, open) + end);
    }
}
