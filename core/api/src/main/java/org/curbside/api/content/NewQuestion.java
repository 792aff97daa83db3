package org.curbside.api.content;

import org.jspecify.annotations.Nullable;

/**
 * What a member sends to ask; nothing in it has been checked yet.
 *
 * @param specialty the channel
 * @param title one line
 * @param text plain text
 */
public record NewQuestion(@Nullable String specialty, @Nullable String title, @Nullable String text) {}
