package org.curbside.api.content;

import org.jspecify.annotations.Nullable;

/**
 * A picture that a member sends; nothing in it has been checked yet.
 *
 * @param bytes of a file, JPEG or PNG
 * @param alt what there is to see, 5 to 300 characters
 * @param unrecognisable whether the author says that nobody can be recognised in it: no name, face, date or number is to be seen
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record NewImage(byte @Nullable [] bytes, @Nullable String alt, boolean unrecognisable) {}
