package org.curbside.notification.internal;

import org.curbside.api.content.AdviceInMinority;
import org.curbside.api.content.CommentGiven;
import org.curbside.api.content.QuestionConcluded;
import org.curbside.api.content.QuestionEvent;
import org.curbside.api.content.ReplyGiven;
import org.curbside.api.event.EventListener;
import org.curbside.api.notification.Happening;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has it told what happens on questions; one after the other, for whoever asks or advises is told of what comes after. */
@Component
public final class QuestionNews implements EventListener<QuestionEvent> {

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
    public Class<QuestionEvent> type() {
        return QuestionEvent.class;
    }

    @Override
    public void on(long position, QuestionEvent event) {
        if (event instanceof ReplyGiven reply) {
            announcer.announce(name(), position, reply);
        } else {
            announcer.announce(name(), position, kind(event), event.question(), event.member(), event.at());
        }
    }

    private static Happening.Kind kind(QuestionEvent event) {
        if (event instanceof CommentGiven) {
            return Happening.Kind.ADVICE_GIVEN;
        }
        if (event instanceof QuestionConcluded) {
            return Happening.Kind.QUESTION_CONCLUDED;
        }
        return event instanceof AdviceInMinority ? Happening.Kind.VIEW_IN_MINORITY : Happening.Kind.QUESTION_ASKED;
    }
}
