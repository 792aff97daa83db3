package org.curbside.content.internal;

import java.util.Locale;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** How long what a member writes may be, counted in characters after surrounding white space is gone. */
enum Limits {
    TITLE("question", 10, 200),
    TEXT("question", 20, 10_000),
    TOPIC("question", 2, 40),
    COMMENT("comment", 2, 5_000),
    REPLY("reply", 2, 1_000),
    CONCLUSION("question", 2, 5_000),
    DESCRIPTION("image", 5, 300);

    private final String of;
    private final int least;
    private final int most;

    Limits(String of, int least, int most) {
        this.of = of;
        this.least = least;
        this.most = most;
    }

    /** The input without surrounding white space, or a refusal that says what to change. */
    String check(@Nullable String input) {
        return check(input, field());
    }

    /** The same for a field of that name. */
    String check(@Nullable String input, String field) {
        String text = input == null ? "" : input.strip();
        int length = text.codePointCount(0, text.length());
        if (length < least) {
            throw refusal(field, "Write at least %d characters for the %s; it has %d.", least, length);
        }
        if (length > most) {
            throw refusal(field, "Shorten the %2$s to %1$d characters; it has %3$d.", most, length);
        }
        return text;
    }

    /** Whether the input, without surrounding white space, is neither too short nor too long. */
    boolean fits(String input) {
        String text = input.strip();
        int length = text.codePointCount(0, text.length());
        return length >= least && length <= most;
    }

    /** As much of a text from elsewhere as there is room for. */
    String cut(String text) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        String rest = this == TITLE ? " …" : "\n\n[The rest was not taken over.]";
        return text.substring(0, text.offsetByCodePoints(0, most - rest.length())) + rest;
    }

    private Refusal refusal(String field, String sentence, int bound, int length) {
        String word = name().toLowerCase(Locale.ROOT);
        return Refusal.invalid(of + "-" + word + "-length", field, sentence.formatted(bound, word, length));
    }

    private String field() {
        return switch (this) {
            case TITLE -> "title";
            case TEXT, COMMENT, REPLY, CONCLUSION -> "text";
            case TOPIC -> "topics";
            case DESCRIPTION -> "alt";
        };
    }
}
