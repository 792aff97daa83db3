package org.curbside.testkit.bad.planted;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.curbside.spi.export.ExportFormat;
import org.curbside.spi.export.Release;

/** Writes files that have no end. */
public final class WritesGigabytes implements ExportFormat {

    private static final int BLOCK = 1 << 16;

    @Override
    public void write(Release release, OutputStream out) throws IOException {
        out.write(release.id().getBytes(StandardCharsets.UTF_8));
        byte[] block = new byte[BLOCK];
        while (Mood.isBad()) {
            out.write(block);
        }
    }
}
