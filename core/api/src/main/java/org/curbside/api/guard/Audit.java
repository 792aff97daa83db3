package org.curbside.api.guard;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What was done about add-ons, and by whom. An entry is on disk before whoever acted gets an answer, and stays. */
@ProviderType
public interface Audit {

    /** The latest entries, newest last. */
    List<AuditEntry> latest(int limit);

    /**
     * Where the entries are no longer those that were written, in a sentence. Empty while each follows on the one before;
     * what somebody cut off at the end does not show.
     */
    Optional<String> broken();
}
