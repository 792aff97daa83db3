package org.curbside.api.content;

import org.jspecify.annotations.Nullable;

/**
 * What an author makes of their own post.
 *
 * @param title of a question; not looked at for advice
 * @param text all of it, as long as that of a new post
 * @param erases that earlier versions are deleted, because they could point to a patient; otherwise members can read them
 * @param confirmed as in {@link NewQuestion}
 */
public record NewEdit(@Nullable String title, @Nullable String text, boolean erases, boolean confirmed) {}
