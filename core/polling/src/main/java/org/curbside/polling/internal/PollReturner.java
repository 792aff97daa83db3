package org.curbside.polling.internal;

import org.curbside.api.content.PostRestored;
import org.curbside.api.event.EventListener;
import org.curbside.polling.internal.store.PollStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows polls again with their questions. */
@Component
public final class PollReturner implements EventListener<PostRestored> {

    private final PollStore store;

    /** In {@code store}. */
    @Activate
    public PollReturner(@Reference PollStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "polling.restored";
    }

    @Override
    public Class<PostRestored> type() {
        return PostRestored.class;
    }

    @Override
    public void on(long position, PostRestored event) {
        Long poll = event.poll();
        if (poll != null) {
            store.withdraw(poll, false, position);
        }
    }
}
