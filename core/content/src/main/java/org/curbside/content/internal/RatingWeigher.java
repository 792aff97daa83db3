package org.curbside.content.internal;

import org.curbside.api.content.CommentRated;
import org.curbside.api.event.EventListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has advice weighed anew that was rated. */
@Component
public final class RatingWeigher implements EventListener<CommentRated> {

    private final ConsensusKeeper keeper;

    /** Tells {@code keeper}. */
    @Activate
    public RatingWeigher(@Reference ConsensusKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public String name() {
        return "content.ratings";
    }

    @Override
    public Class<CommentRated> type() {
        return CommentRated.class;
    }

    @Override
    public void on(long position, CommentRated event) {
        keeper.rated(event.comment(), event.at());
    }
}
