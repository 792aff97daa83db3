package org.curbside.notification.internal;

import org.curbside.api.content.QuestionConcluded;
import org.curbside.api.event.EventListener;
import org.curbside.api.notification.Happening;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has it told that a question was closed with a conclusion. */
@Component
public final class ConclusionNews implements EventListener<QuestionConcluded> {

    private final Announcer announcer;

    /** Tells {@code announcer}. */
    @Activate
    public ConclusionNews(@Reference Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "notification.conclusions";
    }

    @Override
    public Class<QuestionConcluded> type() {
        return QuestionConcluded.class;
    }

    @Override
    public void on(long position, QuestionConcluded event) {
        announcer.announce(
                name(), position, Happening.Kind.QUESTION_CONCLUDED, event.question(), event.member(), event.at());
    }
}
