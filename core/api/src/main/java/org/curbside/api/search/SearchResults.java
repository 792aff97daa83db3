package org.curbside.api.search;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param total how many questions there are; where {@code atLeast}, there may be more
 * @param page its number, from 1 on
 * @param more whether there is a page after it
 * @param alsoFor what was looked for besides what was written, by the names that the specialties know
 * @param building whether the index is still being made, so that some questions are not found yet
 */
public record SearchResults(
        List<Hit> hits, long total, boolean atLeast, int page, boolean more, List<String> alsoFor, boolean building) {

    /** Takes copies of the lists. */
    public SearchResults {
        hits = List.copyOf(hits);
        alsoFor = List.copyOf(alsoFor);
    }
}
