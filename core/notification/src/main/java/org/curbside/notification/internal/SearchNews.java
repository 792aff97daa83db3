package org.curbside.notification.internal;

import org.curbside.api.event.EventListener;
import org.curbside.api.notification.Happening;
import org.curbside.api.search.SavedSearchMatched;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has a member told that a search that the member keeps finds a new question. */
@Component
public final class SearchNews implements EventListener<SavedSearchMatched> {

    private final Announcer announcer;

    /** Tells {@code announcer}. */
    @Activate
    public SearchNews(@Reference Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "notification.search";
    }

    @Override
    public Class<SavedSearchMatched> type() {
        return SavedSearchMatched.class;
    }

    @Override
    public void on(long position, SavedSearchMatched event) {
        announcer.announce(
                name(), position, Happening.Kind.SEARCH_MATCHED, event.question(), event.member(), event.at());
    }
}
