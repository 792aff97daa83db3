package org.curbside.notification.internal;

import org.curbside.api.content.CommentGiven;
import org.curbside.api.event.EventListener;
import org.curbside.api.notification.Happening;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has it told that advice was given. */
@Component
public final class AdviceNews implements EventListener<CommentGiven> {

    private final Announcer announcer;

    /** Tells {@code announcer}. */
    @Activate
    public AdviceNews(@Reference Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "notification.advice";
    }

    @Override
    public Class<CommentGiven> type() {
        return CommentGiven.class;
    }

    @Override
    public void on(long position, CommentGiven event) {
        announcer.announce(name(), position, Happening.Kind.ADVICE_GIVEN, event.question(), event.member(), event.at());
    }
}
