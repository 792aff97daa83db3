package org.curbside.notification.internal.store;

import java.util.List;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Question;
import org.curbside.api.notification.Subject;

/**
 * Where a question stands, as far as subscriptions go by it.
 *
 * @param topics none where the channel is walled
 */
public record Place(long question, String channel, List<String> topics, boolean walled) {

    private static final List<String> WALLED = List.of(Channel.PRACTICE, Channel.ELSEWHERE);

    /** Takes a copy of the list. */
    public Place {
        topics = List.copyOf(topics);
    }

    /** Where that one stands. */
    public static Place of(Question question) {
        boolean walled = WALLED.contains(question.channel());
        return new Place(question.id(), question.channel(), walled ? List.of() : question.topics(), walled);
    }

    /** The names by which subscriptions of that sort concern it. */
    public List<String> names(Subject subject) {
        return switch (subject) {
            case SPECIALTY -> List.of(channel);
            case TOPIC -> topics;
            case QUESTION -> List.of("" + question);
        };
    }
}
