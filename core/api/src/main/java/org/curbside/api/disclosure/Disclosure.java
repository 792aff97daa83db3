package org.curbside.api.disclosure;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.curbside.api.membership.Analyst;
import org.curbside.spi.export.Release;
import org.osgi.annotation.versioning.ProviderType;

/** What a client's analyst can ask for. Everything answered is a release of the gate. */
@ProviderType
public interface Disclosure {

    /** Different physicians by topic and specialty over the last 52 complete weeks. */
    Release heatMap(Analyst analyst);

    /**
     * One cell of {@link #heatMap}.
     *
     * @throws org.curbside.api.refusal.Refusal when the gate holds the cell back, or there is no such cell
     */
    long cell(Analyst analyst, String topic, String specialty);

    /** The polls whose results can be asked for, newest first. */
    List<PolledQuestion> polls(Analyst analyst);

    /**
     * The result of a poll.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such poll
     */
    Release poll(Analyst analyst, long poll);

    /**
     * A release that was made for the analyst's client before.
     *
     * @throws org.curbside.api.refusal.Refusal when there is none
     */
    Release release(Analyst analyst, String id);

    /** The file formats that are installed, by id. */
    List<Format> formats();

    /**
     * Writes a release as a file.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such release or format
     */
    void write(Analyst analyst, String release, String format, OutputStream out) throws IOException;
}
