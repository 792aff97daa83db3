package org.curbside.insight.internal;

import org.curbside.api.content.CommentRated;
import org.curbside.api.event.EventListener;
import org.curbside.insight.internal.store.CountStore;
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
        store.countActivity(
                name(),
                position,
                new CountStore.Post(event.topics(), event.specialty(), event.member(), Weeks.of(event.at())));
    }
}
