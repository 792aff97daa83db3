package org.curbside.api.polling;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** True counts, for the disclosure gate only. */
@ProviderType
public interface PollCounts {

    /** The newest polls, newest first. */
    List<PollCount> latest(int limit);

    /** The one with that id. */
    Optional<PollCount> find(long poll);
}
