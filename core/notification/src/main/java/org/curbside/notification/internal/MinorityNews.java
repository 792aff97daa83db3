package org.curbside.notification.internal;

import org.curbside.api.content.AdviceInMinority;
import org.curbside.api.event.EventListener;
import org.curbside.api.notification.Happening;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has an author told that few agree with their advice. */
@Component
public final class MinorityNews implements EventListener<AdviceInMinority> {

    private final Announcer announcer;

    /** Tells {@code announcer}. */
    @Activate
    public MinorityNews(@Reference Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "notification.minorities";
    }

    @Override
    public Class<AdviceInMinority> type() {
        return AdviceInMinority.class;
    }

    @Override
    public void on(long position, AdviceInMinority event) {
        announcer.announce(
                name(), position, Happening.Kind.VIEW_IN_MINORITY, event.question(), event.member(), event.at());
    }
}
