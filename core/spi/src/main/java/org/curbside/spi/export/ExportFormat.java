package org.curbside.spi.export;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A file format for releases. It sees a release and a stream, so it cannot leak what the gate held back.
 *
 * <p>Register it as a service marked with {@link ExportFormatId}. It is stateless and safe for use by many threads. The
 * same release gives the same bytes for good, whatever the clock, the time zone and the locale say, for the manifest is
 * signed over them. All tables, the codebook and the method card are in the file, a suppressed cell is told from zero and
 * from nothing, and no text can run as a formula, a script or a path when the file is opened.
 */
@ConsumerType
public interface ExportFormat {

    /**
     * Writes the whole release in one pass, in memory that does not grow with its rows. Leaves the stream open.
     *
     * @throws IOException only from the stream itself
     */
    void write(Release release, OutputStream out) throws IOException;
}
