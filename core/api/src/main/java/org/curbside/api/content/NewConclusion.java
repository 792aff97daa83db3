package org.curbside.api.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conclusion as the asker writes it.
 *
 * @param text 2 to 5,000 characters
 * @param hindsight what later showed about advice on the question, by its id; what is not named has no hindsight any more
 * @param confirmed that hints of a screening were read
 */
public record NewConclusion(@Nullable String text, @Nullable Map<Long, Hindsight> hindsight, boolean confirmed) {}
