package org.curbside.moderation.internal;

import java.util.List;
import java.util.function.Consumer;
import org.curbside.api.content.Passage;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Checks what is written to flag, to decide and to answer; it is screened as everything that is stored. */
record Words(Consumer<List<Passage>> screener) {

    /** The input without white space around it, or a refusal. Words that may be left out are empty then. */
    String check(@Nullable String input, int least, int most) {
        String words = input == null ? "" : input.strip();
        int length = words.codePointCount(0, words.length());
        if (length < least || length > most) {
            throw Refusal.invalid(
                    "words-length",
                    "words",
                    "Write %,d to %,d characters; these are %,d.".formatted(least, most, length));
        }
        if (length > 0) {
            screener.accept(List.of(new Passage("words", words)));
        }
        return words;
    }
}
