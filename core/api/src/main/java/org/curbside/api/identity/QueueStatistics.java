package org.curbside.api.identity;

import java.util.Map;

/**
 * How the desk keeps up.
 *
 * @param cases how many there are in each state
 * @param waiting those that wait for a decision now
 * @param decided those that an operator decided on in the last 90 days
 */
public record QueueStatistics(Map<CaseState, Long> cases, Days waiting, Days decided) {

    /** Takes a copy of the map. */
    public QueueStatistics {
        cases = Map.copyOf(cases);
    }

    /**
     * Days of waiting; 0 where there are no cases.
     *
     * @param median half of the cases wait no longer
     * @param ninetieth nine of ten cases wait no longer
     */
    public record Days(long cases, long median, long ninetieth, long longest) {}
}
