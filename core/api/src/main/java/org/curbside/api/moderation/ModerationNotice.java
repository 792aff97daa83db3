package org.curbside.api.moderation;

import java.time.Instant;
import org.curbside.api.content.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * What a member reads about a post of theirs that is hidden or was decided about.
 *
 * @param id of the case
 * @param text what they wrote
 * @param hidden whether it is hidden now
 * @param decision or null while it is hidden until somebody has looked
 * @param said what they said to it, or null
 * @param mayAnswer whether they can appeal, or be heard about a proposed ban
 */
public record ModerationNotice(
        long id,
        PostKind kind,
        long question,
        String title,
        String text,
        Instant opened,
        Case.State state,
        boolean hidden,
        @Nullable Decision decision,
        @Nullable String said,
        boolean mayAnswer) {}
