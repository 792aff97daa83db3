package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.curbside.api.guard.Finding;

/**
 * What a jar says of itself. Every entry is unpacked once, so that a damaged one is found, and nothing is kept in memory that
 * could be large: a small jar may unpack to gigabytes.
 */
record Contents(Manifest manifest, Map<String, byte[]> descriptors) {

    private static final long MOST_BYTES = 1L << 29;
    private static final long MOST_OF_A_TEXT = 1L << 20;
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    static Contents of(ZipFile zip) throws IOException, Unfit {
        Set<String> names = new HashSet<>();
        Map<String, byte[]> descriptors = new HashMap<>();
        long left = MOST_BYTES;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            refuseUnless(names.add(asSignaturesSeeIt(name)), "It holds " + name + " twice. Build it anew.");
            boolean descriptor = name.matches("OSGI-INF/.*\\.xml");
            boolean text = descriptor || name.equals(MANIFEST);
            long unpacked = unpacked(zip, entry, left);
            refuseUnless(!text || unpacked <= MOST_OF_A_TEXT, "Its " + name + " is larger than 1 MB.");
            left -= unpacked;
            refuseUnless(left >= 0, "It is larger than 512 MB when it is unpacked.");
            if (descriptor) {
                descriptors.put(name, zip.getInputStream(entry).readAllBytes());
            }
        }
        return new Contents(manifest(zip), descriptors);
    }

    /** There, upper and lower case are one: else the manifest that is signed could be another than the one that is read. */
    private static String asSignaturesSeeIt(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/") ? upper : name;
    }

    /** How much there was, or a little more than there may be. */
    private static long unpacked(ZipFile zip, ZipEntry entry, long most) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            long unpacked = in.skip(most + 1);
            if (unpacked <= most && in.getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException(entry.getName() + " is not what was packed");
            }
            return unpacked;
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException, Unfit {
        Optional<ZipEntry> entry = Optional.ofNullable(zip.getEntry(MANIFEST));
        if (entry.isEmpty()) {
            throw new Unfit(
                    Finding.refused(Opening.BUNDLE, "It has no manifest, so it is no bundle. Build it with bnd."));
        }
        try (InputStream in = zip.getInputStream(entry.get())) {
            return new Manifest(in);
        }
    }

    private static void refuseUnless(boolean right, String sentence) throws Unfit {
        if (!right) {
            throw new Unfit(Finding.refused(Opening.READABLE, sentence));
        }
    }
}
