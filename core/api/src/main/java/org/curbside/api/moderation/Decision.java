package org.curbside.api.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided.
 *
 * @param rule that was broken, or null when none was
 * @param words why, as the author reads it
 * @param by the mask of whoever decided
 * @param suspendedUntil or null
 * @param second the mask of whoever decided on the ban or the appeal, or null
 * @param secondWords why, or null
 */
public record Decision(
        Measure measure,
        @Nullable Rule rule,
        String words,
        String by,
        Instant at,
        @Nullable Instant suspendedUntil,
        @Nullable String second,
        @Nullable String secondWords) {}
