package org.curbside.api.content;

import java.time.Instant;

/**
 * What became of a question, by whoever asked it. A question with a conclusion is closed.
 *
 * @param text plain text; line breaks count
 * @param concluded when, to the microsecond
 */
public record Conclusion(String text, Instant concluded) {}
