package org.curbside.api.search;

import java.time.Instant;
import org.curbside.api.event.Event;

/**
 * A question was asked that a member's saved search finds. Not told to whoever asked it.
 *
 * @param search the saved search
 * @param member the account of whoever keeps it
 * @param name what the member calls it
 * @param question that it finds
 * @param at when the question was asked
 */
public record SavedSearchMatched(long search, long member, String name, long question, Instant at) implements Event {}
