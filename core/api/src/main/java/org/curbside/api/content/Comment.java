package org.curbside.api.content;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Advice on a question.
 *
 * @param question the question's id
 * @param text plain text; line breaks count
 * @param own whether the reader wrote it
 * @param mine how the reader rated it, or null
 * @param hindsight what later showed about it, by whoever asked, or null
 * @param wellReceived whether the author's advice is, as far as is known, by colleagues of other specialties and by what later showed
 * @param edited when it was last edited, or null
 * @param replies what was said about it, in the order in which it was written
 * @param hidden why moderators have hidden it, or null; the text then says so instead of what was advised
 */
public record Comment(
        long id,
        long question,
        Author author,
        String text,
        Instant written,
        Ratings ratings,
        boolean own,
        @Nullable Rating mine,
        @Nullable Hindsight hindsight,
        boolean wellReceived,
        @Nullable Edited edited,
        List<Reply> replies,
        @Nullable String hidden) {

    /** Takes a copy of the list. */
    public Comment {
        replies = List.copyOf(replies);
    }
}
