package org.curbside.api.content;

import java.time.Instant;
import org.curbside.api.event.Event;

/**
 * A hidden post is shown again as it was.
 *
 * @param question the question itself, or the one that the advice is on
 */
public record PostRestored(PostKind kind, long post, long question, Instant at) implements Event {}
