package org.curbside.store;

import javax.persistence.EntityManager;
import org.curbside.api.event.Event;
import org.osgi.annotation.versioning.ProviderType;

/** Where a slice leaves what happened, in the transaction that made it true. */
@ProviderType
public interface Outbox {

    /** Leaves an event; it is delivered if, and only if, the running transaction commits. */
    void append(EntityManager transaction, Event event);
}
