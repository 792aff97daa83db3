package org.curbside.notification.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.api.notification.Level;
import org.curbside.api.notification.Subject;
import org.curbside.notification.internal.store.Place;
import org.curbside.notification.internal.store.SubscriptionRow;

/** Which of a member's subscriptions holds for a question. */
final class Levels {

    private Levels() {}

    /**
     * What one member hears of a question, of whose subscriptions these have to do with it; empty if nothing says so.
     *
     * @param tracked the code of the channel that the member usually tracks, or empty
     */
    static Optional<Level> of(Collection<SubscriptionRow> subscriptions, Place place, String tracked) {
        return level(subscriptions, Subject.QUESTION, place)
                .or(() -> level(subscriptions, Subject.TOPIC, place))
                .or(() -> level(subscriptions, Subject.SPECIALTY, place))
                .or(() -> usual(place, tracked));
    }

    /** Levels are ordered by how much is heard, and of several topics the one of which most is heard counts. */
    private static Optional<Level> level(Collection<SubscriptionRow> subscriptions, Subject subject, Place place) {
        return subscriptions.stream()
                .filter(row -> row.subject() == subject && place.names(subject).contains(row.name()))
                .map(SubscriptionRow::level)
                .flatMap(Stream::ofNullable)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private static Optional<Level> usual(Place place, String tracked) {
        return !place.walled() && place.channel().equals(tracked) ? Optional.of(Level.TRACKING) : Optional.empty();
    }
}
