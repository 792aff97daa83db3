package org.curbside.api.content;

import java.time.Instant;
import org.curbside.api.event.Event;

/**
 * A post was hidden: whoever lists, counts or indexes it leaves it out.
 *
 * @param question the question itself, or the one that the advice is on
 */
public record PostHidden(PostKind kind, long post, long question, Instant at) implements Event {}
