package org.curbside.api.delivery;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/** Is rung when something has come to inboxes. */
@ProviderType
public interface Doorbell {

    /** Has the browsers of those members told, if they want to be told now. Returns at once; what goes wrong is not told again. */
    void ring(Collection<Long> members);
}
