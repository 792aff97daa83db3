package org.curbside.api.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a post said before it was edited.
 *
 * @param title of a question, or null
 * @param text empty if the author has erased it
 * @param from since when it said so
 * @param until when it was edited
 * @param ratings of advice: how many had rated it by then, those included that do not count
 * @param erased whether the author has erased it, because it could point to a patient
 */
public record Revision(@Nullable String title, String text, Instant from, Instant until, int ratings, boolean erased) {}
