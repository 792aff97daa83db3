package org.curbside.api.search;

import java.time.Instant;
import java.util.List;
import org.curbside.api.content.Author;
import org.jspecify.annotations.Nullable;

/**
 * A question that was found, and where.
 *
 * @param question its id
 * @param title with what was looked for
 * @param author who asked
 * @param channel the code of the specialty it was asked in
 * @param specialty the name of that specialty
 * @param comments how many pieces of advice there are
 * @param excerpts where else it says so; the beginning of the question where it is found by its title alone
 */
public record Hit(
        long question,
        List<Piece> title,
        Author author,
        String channel,
        String specialty,
        List<String> topics,
        Instant asked,
        int comments,
        boolean closed,
        boolean poll,
        List<Excerpt> excerpts) {

    /** Takes copies of the lists. */
    public Hit {
        title = List.copyOf(title);
        topics = List.copyOf(topics);
        excerpts = List.copyOf(excerpts);
    }

    /** Without what advice on it says. */
    public Hit withoutAdvice() {
        return new Hit(
                question,
                title,
                author,
                channel,
                specialty,
                topics,
                asked,
                comments,
                closed,
                poll,
                excerpts.stream()
                        .filter(excerpt -> excerpt.place() != Place.ADVICE)
                        .toList());
    }

    /**
     * A piece of a text.
     *
     * @param found whether it is what was looked for
     */
    public record Piece(String text, boolean found) {}

    /**
     * A passage.
     *
     * @param comment the id of the advice that it stands in, or null
     */
    public record Excerpt(Place place, @Nullable Long comment, List<Piece> pieces) {

        /** Takes a copy of the list. */
        public Excerpt {
            pieces = List.copyOf(pieces);
        }
    }

    /** Where a passage stands. */
    public enum Place {
        /** In the question. */
        QUESTION,
        /** In advice on it. */
        ADVICE,
        /** In what became of it. */
        CONCLUSION
    }
}
