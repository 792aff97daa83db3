package org.curbside.content.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curbside.api.content.RatingEvent;
import org.curbside.api.event.EventListener;
import org.curbside.api.event.Placed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has advice weighed anew whose ratings are others now. */
@Component
public final class RatingWeigher implements EventListener<RatingEvent> {

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
    public Class<RatingEvent> type() {
        return RatingEvent.class;
    }

    @Override
    public void on(long position, RatingEvent event) {
        keeper.rated(event.comment(), event.at());
    }

    /** What was rated more than once meanwhile is weighed once. */
    @Override
    public void onAll(List<Placed<RatingEvent>> events) {
        Map<Long, Instant> comments = new TreeMap<>();
        events.forEach(
                placed -> comments.put(placed.event().comment(), placed.event().at()));
        keeper.rated(comments, events.size());
    }
}
