package org.curbside.api.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A topic's weekly counts, and whether the last complete week stands out.
 *
 * @param weeks counts of questions and comments per ISO week, oldest first; the last one is the latest complete week
 * @param last the Monday of the last week
 * @param threshold above which the last count is an alarm (EARS C2); empty while the baseline is too short
 * @param alarm whether it is
 */
public record TopicWatch(String topic, List<Long> weeks, LocalDate last, OptionalDouble threshold, boolean alarm) {

    /** Takes a copy of the list. */
    public TopicWatch {
        weeks = List.copyOf(weeks);
    }
}
