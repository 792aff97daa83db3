package org.curbside.api.search;

import org.jspecify.annotations.Nullable;

/**
 * What a member sends to keep a search; nothing in it has been checked yet.
 *
 * @param name at most 60 characters; where it is empty the search is called what it looks for
 * @param query as in {@link Search}
 */
public record NewSavedSearch(@Nullable String name, @Nullable String query) {}
