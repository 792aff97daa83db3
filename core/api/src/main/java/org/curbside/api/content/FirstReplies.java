package org.curbside.api.content;

import org.jspecify.annotations.Nullable;

/**
 * How questions were answered, of the last thousand that are older than a day and not older than 90.
 *
 * @param asked how many those are
 * @param answered how many of them somebody has advised on
 * @param medianMinutes within how many minutes half of these were first advised on, or null if there are none
 */
public record FirstReplies(long asked, long answered, @Nullable Long medianMinutes) {

    /** How many of a hundred were answered. */
    public long percent() {
        return asked == 0 ? 0 : 100 * answered / asked;
    }
}
