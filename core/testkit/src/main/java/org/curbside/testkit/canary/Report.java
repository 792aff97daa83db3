package org.curbside.testkit.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What is written down for the process that started this one, a line at a time: if this one ends before it says that it is
 * done, the last line tells what it was about. A line is a word, a space, and what the word is about.
 */
final class Report {

    private final Path file;

    Report(Path file) {
        this.file = file;
    }

    /** What comes next, such as "count". */
    void doing(String what) {
        line("doing", what);
    }

    /** The version of the answers that a poll type stores. */
    void schema(String pollType, int version) {
        line("schema", version + " " + pollType);
    }

    void warned(String sentence) {
        line("warned", sentence);
    }

    void refused(String sentence) {
        line("refused", sentence);
    }

    void done() {
        line("done", "");
    }

    private void line(String word, String rest) {
        String line = word + " " + rest.replaceAll("\\s+", " ") + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
