package org.curbside.http.internal;

import java.io.IOException;
import java.io.InputStream;

/** What is left of a body that was refused. Whoever is cut off while still sending never reads why. */
final class Leftovers {

    /** Beyond it the connection is closed all the same. */
    private static final long MOST_BYTES = 8 << 20;

    private Leftovers() {}

    /** Reads and drops it; false if there is more than is worth while. */
    static boolean drop(InputStream body) throws IOException {
        byte[] dropped = new byte[8192];
        long left = MOST_BYTES;
        while (left > 0) {
            int read = body.read(dropped);
            if (read < 0) {
                return true;
            }
            left -= read;
        }
        return false;
    }
}
