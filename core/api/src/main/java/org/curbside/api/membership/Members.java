package org.curbside.api.membership;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Who a member is now, for slices that keep something of members and have to know whether they still are. */
@ProviderType
public interface Members {

    /** A {@link Member}, or a {@link Dormant} one; empty if that account is banned, somebody else's or none. */
    Optional<Visitor> find(long id);
}
