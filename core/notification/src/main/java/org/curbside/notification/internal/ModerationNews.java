package org.curbside.notification.internal;

import org.curbside.api.event.EventListener;
import org.curbside.api.moderation.CaseMoved;
import org.curbside.api.notification.Happening;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has an author told that moderators did something about their post; what, the notices of moderation say. */
@Component
public final class ModerationNews implements EventListener<CaseMoved> {

    private final Announcer announcer;

    /** Tells {@code announcer}. */
    @Activate
    public ModerationNews(@Reference Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "notification.moderation";
    }

    @Override
    public Class<CaseMoved> type() {
        return CaseMoved.class;
    }

    @Override
    public void on(long position, CaseMoved event) {
        if (event.tells() && event.author() > 0) {
            announcer.announce(
                    name(), position, Happening.Kind.POST_MODERATED, event.question(), event.author(), event.at());
        }
    }
}
