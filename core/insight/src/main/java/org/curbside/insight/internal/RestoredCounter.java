package org.curbside.insight.internal;

import org.curbside.api.content.PostRestored;
import org.curbside.api.event.EventListener;
import org.curbside.insight.internal.store.CountStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts posts again that were hidden. */
@Component
public final class RestoredCounter implements EventListener<PostRestored> {

    private final CountStore store;

    /** In {@code store}. */
    @Activate
    public RestoredCounter(@Reference CountStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "insight.restored";
    }

    @Override
    public Class<PostRestored> type() {
        return PostRestored.class;
    }

    @Override
    public void on(long position, PostRestored event) {
        store.recount(name(), position, event.topics(), Weeks.of(event.written()), 1);
    }
}
