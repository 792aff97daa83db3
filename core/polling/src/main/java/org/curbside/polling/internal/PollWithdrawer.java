package org.curbside.polling.internal;

import org.curbside.api.content.PostHidden;
import org.curbside.api.event.EventListener;
import org.curbside.polling.internal.store.PollStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hides polls with their questions. */
@Component
public final class PollWithdrawer implements EventListener<PostHidden> {

    private final PollStore store;

    /** In {@code store}. */
    @Activate
    public PollWithdrawer(@Reference PollStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "polling.hidden";
    }

    @Override
    public Class<PostHidden> type() {
        return PostHidden.class;
    }

    @Override
    public void on(long position, PostHidden event) {
        Long poll = event.poll();
        if (poll != null) {
            store.withdraw(poll, true, position);
        }
    }
}
