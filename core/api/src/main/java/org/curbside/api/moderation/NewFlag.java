package org.curbside.api.moderation;

import org.curbside.api.content.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * A flag as it is sent; nothing in it has been checked yet.
 *
 * @param words what is wrong; needed with {@link Rule#OTHER}, at most 500 characters
 */
public record NewFlag(@Nullable PostKind kind, long post, @Nullable Rule rule, @Nullable String words) {}
