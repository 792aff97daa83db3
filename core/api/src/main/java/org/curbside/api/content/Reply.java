package org.curbside.api.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a piece of advice. It is not rated, and moves no rating.
 *
 * @param question the question's id
 * @param comment the id of the advice
 * @param text plain text; line breaks count
 * @param own whether the reader wrote it
 * @param edited when it was last edited, or null
 * @param hidden why moderators have hidden it, or null; the text then says so instead of what was said
 */
public record Reply(
        long id,
        long question,
        long comment,
        Author author,
        String text,
        Instant written,
        boolean own,
        @Nullable Instant edited,
        @Nullable String hidden) {}
