package org.curbside.insight.internal;

import java.util.List;
import org.curbside.api.content.CommentGiven;
import org.curbside.api.event.EventListener;
import org.curbside.api.event.Placed;
import org.curbside.insight.internal.store.CountStore;
import org.curbside.insight.internal.store.CountStore.Post;
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
        onAll(List.of(new Placed<>(position, event)));
    }

    @Override
    public void onAll(List<Placed<CommentGiven>> events) {
        store.count(name(), Posts.of(events, CommentCounter::post));
    }

    private static Post post(CommentGiven event) {
        return new Post(event.topics(), event.specialty(), event.member(), Weeks.of(event.at()));
    }
}
