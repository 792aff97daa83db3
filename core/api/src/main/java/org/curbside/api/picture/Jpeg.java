package org.curbside.api.picture;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a JPEG file says of itself before it is decoded (ITU-T T.81, annex B).
 *
 * @param orientation how the camera was held
 * @param inScans whether the whole picture comes several times, each time finer, and has to be kept in memory meanwhile
 */
record Jpeg(Orientation orientation, boolean inScans) {

    /** Six bytes each are kept at worst. Cameras write pictures in one scan; those from the web are small. */
    private static final long MOST_IN_SCANS = 16_000_000;

    /** Ten are usual. Each goes through the whole picture, however short it is. */
    private static final int MOST_SCANS = 200;

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int APP1 = 0xe1;

    static boolean begins(byte... file) {
        return file.length > 2 && is(file, 0, START) && file[2] == (byte) 0xff;
    }

    /** Goes through the segments before the first scan, as a decoder does. */
    static Jpeg of(byte... file) throws IOException {
        if (count(file, 0, SCAN) > MOST_SCANS) {
            throw new IOException("too many scans");
        }
        ByteBuffer in = ByteBuffer.wrap(file).position(2);
        Orientation orientation = Orientation.UPRIGHT;
        int components = 0;
        boolean progressive = false;
        while (true) {
            int marker = marker(in);
            ByteBuffer segment = segment(in);
            if (marker == SCAN) {
                if (count(file, in.position(), END) == 0) {
                    throw new IOException("cut off");
                }
                return new Jpeg(orientation, progressive || segment.get(0) < components);
            }
            if (isFrame(marker)) {
                components = segment.get(5);
                progressive = (marker & 3) == 2;
            } else if (marker == APP1 && orientation.equals(Orientation.UPRIGHT)) {
                orientation = Orientation.in(segment);
            }
        }
    }

    /** How large it may be, for what decoding it takes. */
    long mostPoints() {
        return inScans ? MOST_IN_SCANS : Long.MAX_VALUE;
    }

    /** The next one, whatever lies before it. */
    private static int marker(ByteBuffer in) throws IOException {
        int read = 0;
        while (read != 0xff) {
            read = in.get() & 0xff;
        }
        while (read == 0xff) {
            read = in.get() & 0xff;
        }
        if (read < 0xc0 || (read >= 0xd0 && read <= END)) {
            throw new IOException("no segment");
        }
        return read;
    }

    private static ByteBuffer segment(ByteBuffer in) {
        int length = (in.getShort() & 0xffff) - 2;
        ByteBuffer segment = in.slice(in.position(), length);
        in.position(in.position() + length);
        return segment;
    }

    /** SOF0 to SOF15; three of that row are something else. */
    private static boolean isFrame(int marker) {
        return marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** How often a marker may stand there; never fewer times than it does. */
    private static int count(byte[] file, int from, int marker) {
        int count = 0;
        for (int at = from; at + 1 < file.length; at++) {
            count += is(file, at, marker) ? 1 : 0;
        }
        return count;
    }

    private static boolean is(byte[] file, int at, int marker) {
        return file[at] == (byte) 0xff && file[at + 1] == (byte) marker;
    }
}
