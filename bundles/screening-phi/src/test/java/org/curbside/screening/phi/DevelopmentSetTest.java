package org.curbside.screening.phi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curbside.spi.screening.Concern;
import org.junit.jupiter.api.Test;

/**
 * The development half of ASQ-PHI, synthetic clinical queries with tagged identifiers, and some in which there are none. An
 * identifier is found when every capital letter and digit of it lies in what the screening points at, wherever it stands.
 */
class DevelopmentSetTest {

    private static final Pattern TAG =
            Pattern.compile("\"identifier_type\": \"([A-Z_]+)\", \"value\": \"((?:[^\"\\\\]|\\\\.){1,300})\"");

    private final PhiScreening screening = new PhiScreening();
    private final Map<String, Tally> kinds = new TreeMap<>();
    private final Tally all = new Tally();
    private final Tally leaking = new Tally();
    private final Tally altered = new Tally();

    @Test
    void finds_98_of_100_identifiers_and_points_at_15_of_100_harmless_queries_at_most() throws IOException {
        Path file = shared().resolve("data/deid/asq-phi-dev.txt");
        boolean there = Files.exists(file);
        if (!there) {
            System.out.println("Skipped: the development half of ASQ-PHI is not beside this checkout.");
        }
        assumeTrue(there);
        for (String part : Files.readString(file).split("===QUERY===\\R", -1)) {
            String[] queryAndTags = part.split("===PHI_TAGS===", -1);
            if (queryAndTags.length == 2) {
                count(queryAndTags[0].strip(), queryAndTags[1]);
            }
        }

        kinds.forEach((kind, tally) -> System.out.printf("%-34s found %4d of %4d%n", kind, tally.yes, tally.of));
        System.out.printf(
                "%-34s found %4d of %4d, queries that leak %d of %d, harmless queries pointed at %d of %d%n",
                "all", all.yes, all.of, leaking.yes, leaking.of, altered.yes, altered.of);
        assertThat(all.of).isGreaterThan(1000);
        assertThat(all.yes).isGreaterThanOrEqualTo((int) Math.ceil(all.of * 0.98));
        assertThat(altered.yes).isLessThanOrEqualTo(altered.of * 15 / 100);
    }

    private void count(String query, String tags) {
        List<Concern> concerns = screening.screen(query);
        List<Boolean> found = new ArrayList<>();
        Matcher tag = TAG.matcher(tags);
        while (tag.find()) {
            found.add(found(query, unescaped(tag.group(2)), concerns));
            kinds.computeIfAbsent(tag.group(1), kind -> new Tally()).add(found.get(found.size() - 1));
        }
        if (found.isEmpty()) {
            altered.add(!concerns.isEmpty());
        } else {
            found.forEach(all::add);
            leaking.add(found.contains(false));
        }
    }

    private static String unescaped(String value) {
        return value.replace("\\u2019", "\u2019").replace("\\\"", "\"");
    }

    private static boolean found(String query, String value, List<Concern> concerns) {
        int at = query.indexOf(value);
        boolean found = at >= 0;
        while (at >= 0) {
            int start = at;
            int end = at + value.length();
            found &= concerns.stream().anyMatch(concern -> concern.start() < end && concern.end() > start)
                    && query.substring(start, end)
                                    .chars()
                                    .filter(DevelopmentSetTest::telling)
                                    .count()
                            == concerns.stream()
                                    .flatMapToInt(concern -> query.substring(
                                                    Math.max(start, Math.min(concern.start(), end)),
                                                    Math.min(end, Math.max(concern.end(), start)))
                                            .chars())
                                    .filter(DevelopmentSetTest::telling)
                                    .count();
            at = query.indexOf(value, at + 1);
        }
        return found;
    }

    private static boolean telling(int character) {
        return Character.isUpperCase(character) || Character.isDigit(character);
    }

    private static Path shared() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve("shared"))) {
            folder = folder.getParent();
        }
        return folder.resolve("shared");
    }

    private static final class Tally {
        private int yes;
        private int of;

        void add(boolean counts) {
            yes += counts ? 1 : 0;
            of++;
        }
    }
}
