package org.curbside.api.picture;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held, which is told beside the picture (Exif 2.32, tag 274).
 *
 * @param code 1 to 8: 1 is upright, 6 and 8 are a quarter turn, 2, 4, 5 and 7 are mirrored
 */
record Orientation(int code) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 274;
    private static final int ENTRY = 12;

    /** As an application segment of a JPEG file says; upright if it is of another kind, or makes no sense. */
    static Orientation in(ByteBuffer segment) {
        try {
            byte[] kind = new byte[EXIF.length];
            segment.get(kind);
            return Arrays.equals(kind, EXIF) ? inTiff(segment.slice()) : UPRIGHT;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    /** In the first directory, and nowhere else. */
    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY;
            int code = tiff.getShort(at + 8);
            if ((tiff.getShort(at) & 0xffff) == TAG && code >= 1 && code <= 8) {
                return new Orientation(code);
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean onItsSide() {
        return code >= 5;
    }

    /** What turns a picture of that width and height upright. */
    AffineTransform upright(int width, int height) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
