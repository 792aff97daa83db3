package org.curbside.insight.internal;

import org.curbside.api.content.CommentGiven;
import org.curbside.api.event.EventListener;
import org.curbside.insight.internal.store.CountStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts comments. */
@Component
public final class CommentCounter implements EventListener<CommentGiven> {

    private final CountStore store;

    /** Counts into {@code store}. */
    @Activate
    public CommentCounter(@Reference CountStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "insight.comments";
    }

    @Override
    public Class<CommentGiven> type() {
        return CommentGiven.class;
    }

    @Override
    public void on(long position, CommentGiven event) {
        store.count(
                name(),
                position,
                new CountStore.Post(event.topics(), event.specialty(), event.member(), Weeks.of(event.at())));
    }
}
