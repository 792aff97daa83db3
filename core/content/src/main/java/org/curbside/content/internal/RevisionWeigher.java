package org.curbside.content.internal;

import org.curbside.api.content.RatingRevised;
import org.curbside.api.event.EventListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has advice weighed anew whose rating was revised. */
@Component
public final class RevisionWeigher implements EventListener<RatingRevised> {

    private final ConsensusKeeper keeper;

    /** Tells {@code keeper}. */
    @Activate
    public RevisionWeigher(@Reference ConsensusKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public String name() {
        return "content.revisions";
    }

    @Override
    public Class<RatingRevised> type() {
        return RatingRevised.class;
    }

    @Override
    public void on(long position, RatingRevised event) {
        keeper.rated(event.comment(), event.at());
    }
}
