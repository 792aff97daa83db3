package org.curbside.api.notification;

import org.osgi.annotation.versioning.ConsumerType;

/** Who looks at a page just now. */
@ConsumerType
public interface Presence {

    /** Whether a page of that member is open and told what happens; on this node, for all that is known. */
    boolean isHere(long member);
}
