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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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
    private static final Pattern SOURCE = Pattern.compile("\n \"(\\w+)\": \\{");
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
        if (source().isEmpty()) {
            return Stream.empty();
        }
        Optional<Path> file = file();
        if (file.isEmpty()) {
            return Stream.of(skipped());
        }
        List<DynamicTest> seen = new ArrayList<>();
        seen(Files.readString(file.orElseThrow()), source(), (group, word) -> meaning(group, word)
                .ifPresent(verdict -> seen.add(trial(group, word, verdict))));
        assertThat(seen).isNotEmpty();
        return seen.stream();
    }

    @TestFactory
    Stream<DynamicTest> a_word_of_another_source_is_active_only_if_it_is_one_of_this_source_too() throws IOException {
        Optional<Path> file = file();
        if (file.isEmpty()) {
            return Stream.of(skipped());
        }
        String json = Files.readString(file.orElseThrow());
        Set<String> ours = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        words().forEach((word, verdict) -> addIf(verdict, word, ours));
        if (!source().isEmpty()) {
            seen(json, source(), (group, word) -> meaning(group, word)
                    .ifPresent(verdict -> addIf(verdict, word, ours)));
        }
        Set<String> theirs = new TreeSet<>();
        SOURCE.matcher(json).results().forEach(other -> seen(json, other.group(1), (group, word) -> theirs.add(word)));
        theirs.removeIf(ours::contains);
        assertThat(theirs).hasSizeGreaterThan(100);
        return theirs.stream()
                .map(word ->
                        dynamicTest(word, () -> assertThat(verdict("", word)).isNotEqualTo(Verdict.ACTIVE)));
    }

    private static void addIf(Verdict verdict, String word, Set<String> active) {
        if (verdict == Verdict.ACTIVE) {
            active.add(word);
        }
    }

    private static Optional<Path> file() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(SEEN))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static DynamicTest skipped() {
        String why = "Skipped: there is no ../shared/" + SEEN;
        return dynamicTest(why, () -> Assumptions.abort(why));
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

    /** Each word of a source, with its group. */
    private static void seen(String json, String source, BiConsumer<String, String> word) {
        int from = json.indexOf("\"" + source + "\"");
        Matcher lists = LIST.matcher(json.substring(from, json.indexOf("\n }", from)));
        while (lists.find()) {
            String group = lists.group(1);
            TEXT.matcher(lists.group(2))
                    .results()
                    .flatMap(text -> spelled(text.group(1)))
                    .forEach(text -> word.accept(group, text));
        }
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
