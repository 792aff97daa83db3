package org.curbside.api.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question, a piece of advice or a reply as the platform itself sees it, hidden or not. Not for doors: it has its author's account.
 *
 * @param question the question itself, or the one that it is on
 * @param member the author's account; 0 where nobody here wrote it, see {@link Imports}
 * @param channel the code of the channel that it stands in
 * @param title of the question
 * @param hidden why it is hidden, or null
 */
public record Post(
        PostKind kind,
        long id,
        long question,
        long member,
        Author author,
        String channel,
        String title,
        String text,
        Instant written,
        @Nullable String hidden) {}
