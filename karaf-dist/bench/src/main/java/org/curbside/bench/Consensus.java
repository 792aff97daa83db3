package org.curbside.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import org.curbside.content.internal.consensus.Bridging;
import org.curbside.content.internal.consensus.Opinions;

/**
 * Fits the raters of a made-up community: two schools, a hundred ratings a member, five for each piece of advice. Its argument is the number
 * of ratings. Prints one JSON object: CPU time of the fit, rounds, how many raters count, and the limit of the heap that was enough.
 */
public final class Consensus {

    private static final int FOR_EACH_MEMBER = 100;
    private static final int FOR_EACH_ADVICE = 5;

    private Consensus() {}

    /** Runs it. */
    public static void main(String... arguments) {
        int ratings = Integer.parseInt(arguments[0]);
        Opinions opinions = opinions(ratings, ratings / FOR_EACH_MEMBER);
        int[] rounds = new int[1];
        long before = cpuNanos();
        Bridging.Fit fit = Bridging.fit(opinions, () -> rounds[0]++);
        long nanos = cpuNanos() - before;
        System.out.printf(
                Locale.ROOT,
                "{\"ratings\":%d,\"raters\":%d,\"rounds\":%d,\"cpuSeconds\":%.1f,\"heapLimitMb\":%d,\"loss\":%.4f}%n",
                opinions.size(),
                fit.raters().size(),
                rounds[0],
                nanos / 1e9,
                Runtime.getRuntime().maxMemory() >> 20,
                fit.loss());
    }

    /** For each piece of advice some members in order, who agree by its quality and by whether it is of their school. */
    private static Opinions opinions(int ratings, int members) {
        SplittableRandom lot = new SplittableRandom(1);
        Opinions opinions = new Opinions();
        for (int advice = 0; advice < ratings / FOR_EACH_ADVICE; advice++) {
            double quality = lot.nextDouble();
            boolean school = lot.nextBoolean();
            boolean divides = lot.nextInt(3) == 0;
            int[] raters = lot.ints(FOR_EACH_ADVICE * 2L, 0, members)
                    .distinct()
                    .limit(FOR_EACH_ADVICE)
                    .sorted()
                    .toArray();
            for (int rater : raters) {
                double agrees = divides ? ((rater % 2 == 0) == school ? 0.9 : 0.1) : quality;
                double draw = lot.nextDouble();
                opinions.add(advice, advice % members, rater, draw < agrees ? 1 : draw < agrees + 0.1 ? 0.5 : 0);
            }
        }
        return opinions;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
