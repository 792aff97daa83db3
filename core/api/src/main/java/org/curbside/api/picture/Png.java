package org.curbside.api.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** What a PNG file consists of (ISO/IEC 15948, 5). */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> DRAWN = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** Its length, its name and its checksum. */
    private static final int AROUND = 12;

    private Png() {}

    static boolean begins(byte... file) {
        return file.length >= SIGNATURE.length
                && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** Only what is drawn, and nothing behind its end: a decoder would read, and unpack, whatever else there is. */
    static byte[] withoutExtras(byte... file) throws IOException {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream(file.length);
        drawn.writeBytes(SIGNATURE);
        ByteBuffer in = ByteBuffer.wrap(file);
        int at = SIGNATURE.length;
        while (at + AROUND <= file.length) {
            int length = in.getInt(at);
            if (length < 0 || length > file.length - at - AROUND) {
                break;
            }
            String name = new String(file, at + 4, 4, StandardCharsets.US_ASCII);
            if (DRAWN.contains(name)) {
                drawn.write(file, at, length + AROUND);
            }
            if (name.equals("IEND")) {
                return drawn.toByteArray();
            }
            at += length + AROUND;
        }
        throw new IOException("cut off");
    }
}
