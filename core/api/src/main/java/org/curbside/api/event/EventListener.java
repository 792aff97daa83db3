package org.curbside.api.event;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of one kind of event, in the order in which they became visible. Register it as a service. With several nodes,
 * each event is handled by one of them.
 *
 * @param <E> the kind of event
 */
@ConsumerType
public interface EventListener<E extends Event> {

    /** A lasting name under which the position of this listener is kept. */
    String name();

    /**
     * The kind of event to hear of. A sealed interface stands for all kinds that it permits, which are heard in one order; two listeners
     * hear of theirs in none.
     */
    Class<E> type();

    /**
     * Handles one event; on disk when this returns. When it throws, the same event comes again later.
     *
     * @param position grows with every event; one that was handled before comes again with the same position, so
     *     whoever keeps the last one can tell
     */
    void on(long position, E event);

    /**
     * Handles events that follow each other; all are on disk when this returns, and when it throws, all come again later. One by
     * one, unless a listener does better.
     */
    default void onAll(List<Placed<E>> events) {
        events.forEach(placed -> on(placed.position(), placed.event()));
    }
}
