package org.curbside.store;

import java.util.Collection;
import java.util.List;
import org.curbside.api.event.Event;
import org.curbside.api.event.Placed;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The outbox, read again by whoever keeps its own place in it. An {@link org.curbside.api.event.EventListener} hears of each event once, on
 * one node; this is for what every node makes for itself, and may have to make again from an earlier place.
 */
@ProviderType
public interface EventLog {

    /**
     * Events of these kinds after a position, in their order.
     *
     * @param most how many at most
     */
    Stretch after(long position, Collection<Class<? extends Event>> kinds, int most);

    /**
     * A part of the log.
     *
     * @param position up to which it was read; there is none of these kinds before it that is not in {@code events}
     */
    record Stretch(List<Placed<Event>> events, long position) {

        /** Takes a copy of the list. */
        public Stretch {
            events = List.copyOf(events);
        }
    }
}
