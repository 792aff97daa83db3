package org.curbside.insight.internal;

import java.util.List;
import org.curbside.api.content.QuestionAsked;
import org.curbside.api.event.EventListener;
import org.curbside.api.event.Placed;
import org.curbside.insight.internal.store.CountStore;
import org.curbside.insight.internal.store.CountStore.Post;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts questions. */
@Component
public final class QuestionCounter implements EventListener<QuestionAsked> {

    private final CountStore store;

    /** Counts into {@code store}. */
    @Activate
    public QuestionCounter(@Reference CountStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "insight.questions";
    }

    @Override
    public Class<QuestionAsked> type() {
        return QuestionAsked.class;
    }

    @Override
    public void on(long position, QuestionAsked event) {
        onAll(List.of(new Placed<>(position, event)));
    }

    @Override
    public void onAll(List<Placed<QuestionAsked>> events) {
        store.count(name(), Posts.of(events, QuestionCounter::post));
    }

    private static Post post(QuestionAsked event) {
        return new Post(event.topics(), event.specialty(), event.member(), Weeks.of(event.at()));
    }
}
