package org.curbside.api.content;

import java.time.Instant;

/**
 * A question that a physician put to colleagues.
 *
 * @param id identifies it for good; later questions have larger ids
 * @param version grows with every change
 * @param specialty the channel it was asked in
 * @param title one line
 * @param text plain text; line breaks count
 * @param asked when, to the microsecond
 */
public record Question(long id, int version, String specialty, String title, String text, Instant asked) {}
