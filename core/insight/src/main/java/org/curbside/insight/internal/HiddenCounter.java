package org.curbside.insight.internal;

import org.curbside.api.content.PostHidden;
import org.curbside.api.event.EventListener;
import org.curbside.insight.internal.store.CountStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts hidden posts no more; who wrote them was active all the same. */
@Component
public final class HiddenCounter implements EventListener<PostHidden> {

    private final CountStore store;

    /** In {@code store}. */
    @Activate
    public HiddenCounter(@Reference CountStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "insight.hidden";
    }

    @Override
    public Class<PostHidden> type() {
        return PostHidden.class;
    }

    @Override
    public void on(long position, PostHidden event) {
        store.recount(name(), position, event.topics(), Weeks.of(event.written()), -1);
    }
}
