package org.curbside.content.internal;

import java.util.List;
import org.curbside.api.content.PostHidden;
import org.curbside.api.event.EventListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has a question weighed anew on which something was hidden. */
@Component
public final class HiddenWeigher implements EventListener<PostHidden> {

    private final ConsensusKeeper keeper;

    /** Tells {@code keeper}. */
    @Activate
    public HiddenWeigher(@Reference ConsensusKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public String name() {
        return "content.hidden";
    }

    @Override
    public Class<PostHidden> type() {
        return PostHidden.class;
    }

    @Override
    public void on(long position, PostHidden event) {
        keeper.weighQuestions(List.of(event.question()));
    }
}
