package org.curbside.api.picture;

/**
 * A picture as Curbside itself has written it.
 *
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param width in points
 * @param height in points
 * @param bytes of its file; nobody writes into them
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Picture(String mediaType, int width, int height, byte[] bytes) {

    /** A photograph. */
    public static final String JPEG = "image/jpeg";

    /** A chart, a tracing, a screen. */
    public static final String PNG = "image/png";

    /** The largest file that is taken, in bytes. */
    public static final int MOST_BYTES = 5 << 20;
}
