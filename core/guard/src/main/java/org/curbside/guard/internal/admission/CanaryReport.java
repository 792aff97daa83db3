package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.curbside.api.guard.Finding;

/**
 * What the canary wrote down.
 *
 * @param schemas the version of the answers that each poll type stores, by its id
 */
record CanaryReport(Finding finding, Map<String, Integer> schemas) {

    static final String NAME = "canary";

    /** The exit code of a process that had to be killed. */
    static final int LATE = -1;

    /** Of a virtual machine that ran out of memory, as its documentation for ExitOnOutOfMemoryError has it. */
    private static final int OUT_OF_MEMORY = 3;

    static CanaryReport read(Path file, int exit) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        Map<String, Integer> schemas = new HashMap<>();
        rest(lines, "schema ")
                .map(line -> line.split(" ", 2))
                .forEach(parts -> schemas.put(parts[1], Integer.valueOf(parts[0])));
        return new CanaryReport(finding(lines, exit), schemas);
    }

    OptionalInt schema(Declared offer) {
        return Optional.ofNullable(schemas.get(offer.id())).stream()
                .filter(schema -> offer.point() == ExtensionPoint.POLL_TYPE)
                .mapToInt(schema -> schema)
                .findFirst();
    }

    private static Finding finding(List<String> lines, int exit) {
        Optional<String> refused = rest(lines, "refused ").findFirst();
        if (refused.isPresent()) {
            return Finding.refused(NAME, refused.get());
        }
        String doing = rest(lines, "doing ").reduce((earlier, later) -> later).orElse("beginning");
        if (lines.stream().noneMatch(line -> line.startsWith("done"))) {
            return Finding.refused(NAME, ended(doing, exit));
        }
        return rest(lines, "warned ")
                .findFirst()
                .map(sentence -> Finding.warned(NAME, sentence))
                .orElseGet(() -> Finding.passed(
                        NAME, "It starts, and did right whatever was tried here. Its contract test tries more."));
    }

    private static String ended(String doing, int exit) {
        return switch (exit) {
            case LATE -> "Its " + doing + " came to no end, and its process had to be killed.";
            case OUT_OF_MEMORY -> "Its " + doing + " used up all the memory there was.";
            default -> "Its " + doing + " ended the whole process (exit code " + exit
                    + "); an add-on must not call System.exit.";
        };
    }

    private static Stream<String> rest(List<String> lines, String word) {
        return lines.stream().filter(line -> line.startsWith(word)).map(line -> line.substring(word.length()));
    }
}
