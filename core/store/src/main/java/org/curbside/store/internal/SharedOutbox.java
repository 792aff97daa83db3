package org.curbside.store.internal;

import javax.persistence.EntityManager;
import org.curbside.api.event.Event;
import org.curbside.store.Outbox;
import org.osgi.service.component.annotations.Component;

/** The outbox table of the community's database. A row has no position until {@link Sequencer} gives it one. */
@Component
public final class SharedOutbox implements Outbox {

    private final EventJson json = new EventJson();

    @Override
    public void append(EntityManager transaction, Event event) {
        transaction
                .createNativeQuery("insert into outbox (id, type, body) values (nextval('outbox_seq'), ?, ?)")
                .setParameter(1, event.getClass().getName())
                .setParameter(2, json.write(event))
                .executeUpdate();
    }
}
