package org.curbside.search.internal.query;

import java.util.List;
import org.apache.lucene.search.Query;

/**
 * What a search asks the index.
 *
 * @param query all of it
 * @param words what can be pointed at in a text
 * @param ranked whether one thing can fit better than another
 * @param alsoFor what is looked for besides what was written
 */
public record Interpretation(Query query, Query words, boolean ranked, List<String> alsoFor) {}
