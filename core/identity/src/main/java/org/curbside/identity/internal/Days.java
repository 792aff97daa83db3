package org.curbside.identity.internal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.curbside.api.identity.QueueStatistics;

/** Sums up how long cases waited. */
final class Days {

    private Days() {}

    /** @param cases how many, by the days that each of them waited */
    static QueueStatistics.Days of(Map<Long, Long> cases) {
        SortedMap<Long, Long> byDays = new TreeMap<>(cases);
        long all = byDays.values().stream().mapToLong(Long::longValue).sum();
        return new QueueStatistics.Days(
                all, ranked(byDays, all, 50), ranked(byDays, all, 90), all == 0 ? 0 : byDays.lastKey());
    }

    /** By the nearest rank: the fewest days within which that percentage had waited. */
    private static long ranked(SortedMap<Long, Long> byDays, long all, int percent) {
        long rank = (all * percent + 99) / 100;
        for (Map.Entry<Long, Long> entry : byDays.entrySet()) {
            rank -= entry.getValue();
            if (rank <= 0) {
                return entry.getKey();
            }
        }
        return 0;
    }
}
