package org.curbside.search.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.search.Search;
import org.jspecify.annotations.Nullable;

/** What somebody wrote to search, in its parts. Nothing in it has been looked up yet. */
record Inquiry(List<Part> parts) {

    static final String FIELD = "q";
    private static final int MOST_PARTS = 32;

    /** Minus, operator, and a phrase or a word. Every character is looked at once. */
    private static final Pattern PART = Pattern.compile("(-?)(?:([A-Za-z]++):)?(?:\"([^\"]*+)\"?|([^\\s\"]++))");

    /** A part, with or without what it has to be found. */
    sealed interface Part {

        /** Whether it is looked for what does not have it. */
        boolean excluded();
    }

    /** Words that stand beside each other. */
    record Phrase(String text, boolean excluded) implements Part {}

    /** A word, as its forms and synonyms go. */
    record Word(String text, boolean excluded) implements Part {}

    /** What restricts it. */
    record Restriction(Operator operator, String value, boolean excluded) implements Part {}

    /** Takes it apart, or refuses it. */
    static Inquiry of(@Nullable String query) {
        String text = query == null ? "" : query.strip().replace('\u201c', '"').replace('\u201d', '"');
        if (text.isEmpty()) {
            throw Refusal.invalid("search-empty", FIELD, "Write what you look for.");
        }
        if (text.codePointCount(0, text.length()) > Search.LONGEST) {
            throw Refusal.invalid(
                    "search-length", FIELD, "Look for less at once: at most " + Search.LONGEST + " characters.");
        }
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        while (matcher.find()) {
            part(matcher).ifPresent(parts::add);
        }
        if (parts.size() > MOST_PARTS) {
            throw Refusal.invalid("search-words", FIELD, "Look for less at once: at most " + MOST_PARTS + " words.");
        }
        return new Inquiry(parts);
    }

    private static Optional<Part> part(Matcher matcher) {
        boolean excluded = !matcher.group(1).isEmpty();
        String value = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
        if (matcher.group(2) != null) {
            return Optional.of(new Restriction(operator(matcher.group(2)), value.strip(), excluded));
        }
        if (matcher.group(3) != null) {
            return value.isBlank() ? Optional.empty() : Optional.of(new Phrase(value, excluded));
        }
        if (value.endsWith(":")) {
            Operator.of(value.substring(0, value.length() - 1)).ifPresent(operator -> {
                throw Refusal.invalid(
                        "search-value",
                        FIELD,
                        "Write after \u201c" + operator.word() + ":\u201d, without a space, what it has to be.");
            });
        }
        return Optional.of(new Word(value, excluded));
    }

    private static Operator operator(String word) {
        return Operator.of(word)
                .orElseThrow(() -> Refusal.invalid(
                        "search-operator",
                        FIELD,
                        "There is no \u201c" + word + ":\u201d. There are " + Operator.LIST
                                + ". Put it in quotes to look for it as it stands."));
    }
}
