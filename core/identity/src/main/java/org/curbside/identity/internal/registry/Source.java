package org.curbside.identity.internal.registry;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.verification.BulkRegistry;
import org.jspecify.annotations.Nullable;

/**
 * A file's data: as it is, by gzip, or as the largest data file in a zip, for NPPES puts its read-me and its headers beside
 * it. Which of them it is, its first bytes tell.
 */
final class Source implements Closeable {

    private static final Pattern DATA = Pattern.compile(".*\\.(csv|txt|dat|json)");
    private static final int ZIP = ('P' << 8) | 'K';
    private static final int GZIP = 0x1f8b;
    private static final int LOOK_AHEAD = 1 << 10;

    private final String name;
    private final long size;
    private final Counting counted;
    private final InputStream in;
    private final @Nullable ZipFile zip;

    private Source(String name, long size, Counting counted, InputStream in, @Nullable ZipFile zip) {
        this.name = name;
        this.size = size;
        this.counted = counted;
        this.in = new BufferedInputStream(in, 1 << 16);
        this.zip = zip;
    }

    static Source open(Path file) throws IOException {
        String name = "" + file.getFileName();
        Counting bytes = new Counting(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        bytes.mark(2);
        int magic = (bytes.read() << 8) | bytes.read();
        bytes.reset();
        if (magic == ZIP) {
            bytes.close();
            return inside(new ZipFile(file.toFile()));
        }
        boolean gzip = magic == GZIP;
        return new Source(
                gzip && name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name,
                Files.size(file),
                bytes,
                gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes,
                null);
    }

    private static Source inside(ZipFile zip) throws IOException {
        @Nullable
        ZipEntry data = zip.stream()
                .filter(entry ->
                        DATA.matcher(entry.getName().toLowerCase(Locale.ROOT)).matches())
                .max(Comparator.comparingLong(ZipEntry::getSize))
                .orElse(null);
        if (data == null) {
            zip.close();
            throw Refusal.invalid(
                    "no-data-in-archive",
                    "file",
                    "There is no csv, txt, dat or json file in this archive. Save a spreadsheet as CSV first.");
        }
        Counting bytes = new Counting(zip.getInputStream(data));
        return new Source(data.getName().replaceAll(".*/", ""), data.getSize(), bytes, bytes, zip);
    }

    /** The name of the data file, which in an archive is not the archive's. */
    String name() {
        return name;
    }

    /** In the unit of {@link #read}. */
    long size() {
        return size;
    }

    /** How far it was read, a buffer ahead. */
    long read() {
        return Math.min(size, counted.count);
    }

    /** JSON begins with a bracket, and no header does. */
    Rows rows(BulkRegistry registry) throws IOException {
        in.mark(LOOK_AHEAD);
        int first = in.read();
        for (int i = 1; i < LOOK_AHEAD && (Character.isWhitespace(first) || first > 0x7f); i++) {
            first = in.read();
        }
        in.reset();
        return first == '[' || first == '{' ? new JsonRows(in, registry) : new SeparatedRows(in, registry);
    }

    @Override
    public void close() throws IOException {
        in.close();
        if (zip != null) {
            zip.close();
        }
    }

    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
