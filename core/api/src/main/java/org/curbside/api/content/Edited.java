package org.curbside.api.content;

import java.time.Instant;

/**
 * When advice was last edited.
 *
 * @param ratings how many had rated it by then, and so another text
 */
public record Edited(Instant at, int ratings) {}
