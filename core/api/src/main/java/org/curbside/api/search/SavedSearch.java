package org.curbside.api.search;

import java.time.Instant;

/**
 * A search that a member keeps.
 *
 * @param name what the member calls it
 * @param query as in {@link Search}
 * @param saved when
 * @param fresh how many questions it finds that were asked since the member last looked; 100 for more
 */
public record SavedSearch(long id, String name, String query, Instant saved, int fresh) {}
