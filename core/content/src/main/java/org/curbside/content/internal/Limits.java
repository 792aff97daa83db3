package org.curbside.content.internal;

import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** How long the parts of a question may be, counted in characters after surrounding white space is gone. */
enum Limits {
    SPECIALTY(2, 100),
    TITLE(10, 200),
    TEXT(20, 10_000);

    private final int least;
    private final int most;

    Limits(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** The input without surrounding white space, or a refusal that says what to change. */
    String check(@Nullable String input) {
        String text = input == null ? "" : input.strip();
        int length = text.codePointCount(0, text.length());
        if (length < least) {
            throw refusal("Write at least %d characters for the %s; it has %d.", least, length);
        }
        if (length > most) {
            throw refusal("Shorten the %2$s to %1$d characters; it has %3$d.", most, length);
        }
        return text;
    }

    private Refusal refusal(String sentence, int bound, int length) {
        String field = field();
        return Refusal.invalid("question-" + field + "-length", field, sentence.formatted(bound, field, length));
    }

    private String field() {
        return switch (this) {
            case SPECIALTY -> "specialty";
            case TITLE -> "title";
            case TEXT -> "text";
        };
    }
}
