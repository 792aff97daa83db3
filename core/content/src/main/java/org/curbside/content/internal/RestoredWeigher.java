package org.curbside.content.internal;

import java.util.List;
import org.curbside.api.content.PostRestored;
import org.curbside.api.event.EventListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has a question weighed anew on which something was shown again. */
@Component
public final class RestoredWeigher implements EventListener<PostRestored> {

    private final ConsensusKeeper keeper;

    /** Tells {@code keeper}. */
    @Activate
    public RestoredWeigher(@Reference ConsensusKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public String name() {
        return "content.restored";
    }

    @Override
    public Class<PostRestored> type() {
        return PostRestored.class;
    }

    @Override
    public void on(long position, PostRestored event) {
        keeper.weighQuestions(List.of(event.question()));
    }
}
