package org.curbside.api.disclosure;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.curbside.api.membership.Analyst;
import org.curbside.api.paging.Page;
import org.curbside.spi.export.Release;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a client's analyst can ask for. Everything answered is a release of the gate, and whoever asks the same gets the same
 * release, so that two clients learn no more together than one alone.
 */
@ProviderType
public interface Disclosure {

    /** Different physicians by topic and specialty over the last 52 complete weeks. */
    Release heatMap(Analyst analyst);

    /**
     * One cell of {@link #heatMap}.
     *
     * @throws org.curbside.api.refusal.Refusal when the gate does not show it; whether there is such a cell is not told
     */
    long cell(Analyst analyst, String topic, String specialty);

    /**
     * The polls that enough physicians have answered, newest first.
     *
     * @param before only those with smaller ids; {@link Long#MAX_VALUE} for the newest
     * @param limit 1 to {@link Page#MOST}; anything else is brought into that range
     */
    Page<PolledQuestion> polls(Analyst analyst, long before, int limit);

    /**
     * The result of a poll.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such poll, or fewer than 11 physicians have answered it
     */
    Release poll(Analyst analyst, long poll);

    /**
     * A release that was made before.
     *
     * @throws org.curbside.api.refusal.Refusal when there is none
     */
    Release release(Analyst analyst, String id);

    /** The file formats that are installed, by id. */
    List<Format> formats();

    /**
     * Writes a release as a file.
     *
     * @return the format that it was written in
     * @throws org.curbside.api.refusal.Refusal when there is no such release or format, or the format is being replaced
     */
    Format write(Analyst analyst, String release, String format, OutputStream out) throws IOException;
}
