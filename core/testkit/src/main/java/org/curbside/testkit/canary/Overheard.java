package org.curbside.testkit.canary;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The beginning of what is printed; Declarative Services print there why a component did not come up. */
final class Overheard extends OutputStream {

    private static final int LIMIT = 100_000;
    private static final Pattern THROWN =
            Pattern.compile("(?m)^(?:Caused by: )?((?:\\w+\\.)+\\w*(?:Exception|Error)\\b[^\\n]{0,200})$");

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) {
        if (kept.size() < LIMIT) {
            kept.write(b);
        }
    }

    /** The innermost exception that was printed. */
    synchronized Optional<String> exception() {
        return THROWN.matcher(kept.toString(StandardCharsets.UTF_8))
                .results()
                .reduce((earlier, later) -> later)
                .map(MatchResult::group)
                .map(line -> line.replace("Caused by: ", ""));
    }
}
