package org.curbside.bench;

import java.util.List;

/**
 * One kind of request along the road.
 *
 * @param step its name
 * @param requests how many were begun
 * @param failed how many were not answered as they should be
 * @param p50Millis the median latency of the others
 * @param p99Millis their 99th percentile, or the largest of fewer than a hundred
 * @param cpuMillis the instance's processor time per request, whatever else it did meanwhile included
 */
record Step(String step, int requests, int failed, double p50Millis, double p99Millis, double cpuMillis) {

    static Step of(String name, int requests, List<Double> millis, double cpuMillis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return new Step(
                name,
                requests,
                requests - sorted.size(),
                round(quantile(sorted, 0.5)),
                round(quantile(sorted, 0.99)),
                hundredths(cpuMillis));
    }

    /** Without so much of the processor time, which would have been used anyway. */
    Step less(double millis) {
        return new Step(step, requests, failed, p50Millis, p99Millis, hundredths(cpuMillis - millis));
    }

    private static double hundredths(double value) {
        return Math.round(100 * value) / 100.0;
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static double round(double value) {
        return Math.round(10 * value) / 10.0;
    }
}
