package org.curbside.api.moderation;

import org.jspecify.annotations.Nullable;

/**
 * A decision as it is sent.
 *
 * @param rule that was broken; not with {@link Measure#DISMISS}
 * @param words why, 10 to 1,000 characters; the author reads them
 * @param days 1 to 30, with {@link Measure#SUSPEND} only
 * @param keep whether the post stays visible all the same; with {@link Measure#WARN} and {@link Measure#SUSPEND} only
 */
public record NewDecision(
        @Nullable Measure measure, @Nullable Rule rule, @Nullable String words, @Nullable Integer days, boolean keep) {}
