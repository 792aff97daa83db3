package org.curbside.api.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member has written so far.
 *
 * @param posts questions and advice that are not hidden
 * @param first when the first of them was written, or null
 * @param standing how colleagues of other specialties received the advice
 */
public record TrackRecord(int posts, @Nullable Instant first, Standing standing) {}
