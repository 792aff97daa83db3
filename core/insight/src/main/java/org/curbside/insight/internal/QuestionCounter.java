package org.curbside.insight.internal;

import org.curbside.api.content.QuestionAsked;
import org.curbside.api.event.EventListener;
import org.curbside.insight.internal.store.CountStore;
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
        store.count(
                name(),
                position,
                new CountStore.Post(event.topics(), event.specialty(), event.member(), Weeks.of(event.at())));
    }
}
