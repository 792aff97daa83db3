package org.curbside.content.internal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** The topics of a question: at most five, in lower case, each once. */
final class TopicList {

    static final int MOST = 5;

    private TopicList() {}

    static List<String> check(@Nullable List<String> input) {
        List<String> topics = (input == null ? List.<String>of() : input)
                .stream()
                        .filter(Objects::nonNull)
                        .filter(topic -> !topic.isBlank())
                        .map(topic -> Limits.TOPIC.check(topic).toLowerCase(Locale.ROOT))
                        .map(topic -> topic.replaceAll("\\s+", " "))
                        .distinct()
                        .toList();
        if (topics.size() > MOST) {
            throw Refusal.invalid("too-many-topics", "topics", "Name at most five topics.");
        }
        return topics;
    }
}
