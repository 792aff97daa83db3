package org.curbside.insight.internal;

import java.util.List;
import java.util.OptionalDouble;

/**
 * EARS C2: a count is an alarm when it is above the mean of seven earlier ones by more than 3.09 standard deviations, the
 * two counts just before it left out, so that a slow rise does not hide itself (Hutwagner et al., J Urban Health
 * 2003;80(2 Suppl 1):i89-i96; the limit is the 99.9 % normal quantile, as in the R package surveillance).
 */
final class EarsC2 {

    private static final int BASELINE = 7;
    private static final int LAG = 2;
    private static final double Z = 3.090232306167813;

    /** Keeps a topic that nobody ever wrote on from being an alarm at its second post. */
    private static final double LEAST_DEVIATION = 0.5;

    private EarsC2() {}

    /** The limit for the last of the counts, oldest first; empty while there are fewer than ten. */
    static OptionalDouble threshold(List<Long> counts) {
        return threshold(counts, LEAST_DEVIATION);
    }

    static OptionalDouble threshold(List<Long> counts, double leastDeviation) {
        int last = counts.size() - 1;
        int from = last - LAG - BASELINE;
        if (from < 0) {
            return OptionalDouble.empty();
        }
        List<Long> baseline = counts.subList(from, from + BASELINE);
        double mean = baseline.stream().mapToLong(Long::longValue).average().orElseThrow();
        double squares = baseline.stream()
                .mapToDouble(count -> (count - mean) * (count - mean))
                .sum();
        double deviation = Math.sqrt(squares / (BASELINE - 1));
        return OptionalDouble.of(mean + Z * Math.max(deviation, leastDeviation));
    }
}
