package org.curbside.notification.internal;

import org.curbside.api.content.QuestionAsked;
import org.curbside.api.event.EventListener;
import org.curbside.api.notification.Happening;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has it told that a question was asked. */
@Component
public final class QuestionNews implements EventListener<QuestionAsked> {

    private final Announcer announcer;

    /** Tells {@code announcer}. */
    @Activate
    public QuestionNews(@Reference Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "notification.questions";
    }

    @Override
    public Class<QuestionAsked> type() {
        return QuestionAsked.class;
    }

    @Override
    public void on(long position, QuestionAsked event) {
        announcer.announce(
                name(), position, Happening.Kind.QUESTION_ASKED, event.question(), event.member(), event.at());
    }
}
