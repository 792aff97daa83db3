package org.curbside.api.moderation;

import java.time.Instant;
import org.curbside.api.event.Event;

/**
 * Something happened in a case.
 *
 * @param id of the case
 * @param question the post itself, or the one that the advice is on
 * @param author the account of whoever wrote the post; 0 where nobody here did
 * @param tells whether the author is to be told to look at their {@link ModerationNotices}
 */
public record CaseMoved(long id, long question, long author, boolean tells, Instant at) implements Event {}
