package org.curbside.insight.internal;

import java.util.List;
import org.curbside.api.content.CommentRated;
import org.curbside.api.event.EventListener;
import org.curbside.api.event.Placed;
import org.curbside.insight.internal.store.CountStore;
import org.curbside.insight.internal.store.CountStore.Post;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts who rated: that makes a physician active on a topic, but is no post. */
@Component
public final class RatingCounter implements EventListener<CommentRated> {

    private final CountStore store;

    /** Counts into {@code store}. */
    @Activate
    public RatingCounter(@Reference CountStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "insight.ratings";
    }

    @Override
    public Class<CommentRated> type() {
        return CommentRated.class;
    }

    @Override
    public void on(long position, CommentRated event) {
        onAll(List.of(new Placed<>(position, event)));
    }

    @Override
    public void onAll(List<Placed<CommentRated>> events) {
        store.countActivity(name(), Posts.of(events, RatingCounter::post));
    }

    private static Post post(CommentRated event) {
        return new Post(event.topics(), event.specialty(), event.member(), Weeks.of(event.at()));
    }
}
