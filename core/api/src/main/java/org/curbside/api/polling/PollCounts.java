package org.curbside.api.polling;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** True counts, for the disclosure gate only. */
@ProviderType
public interface PollCounts {

    /**
     * Polls with at least so many ballots, newest first.
     *
     * @param before only those with smaller ids
     */
    List<PollCount> latest(long ballots, long before, int limit);

    /** The one with that id. */
    Optional<PollCount> find(long poll);
}
