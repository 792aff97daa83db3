package org.curbside.content.internal.consensus;

import java.util.List;

/**
 * How far raters agree beyond what chance would bring, each unit rated by some of them.
 *
 * @param ac1 Gwet's AC1, 1 at most, which is not upset by categories that are rare (Gwet, Br J Math Stat Psychol 2008;61:29-48)
 * @param low where its 95 % interval begins
 * @param high where it ends
 * @param alpha Krippendorff's alpha for ordered categories (Krippendorff, Content Analysis, 2004), 1 at most
 * @param raters who gave the ratings
 */
public record Agreement(double ac1, double low, double high, double alpha, int raters) {

    private static final double SURE = 0.95;

    /**
     * Of ratings.
     *
     * @param counts for each unit, how many chose each category, in the order of the categories
     * @param raters who gave them
     * @return NaN for what cannot be said: where no unit was rated twice, or (alpha) where all chose the same
     */
    public static Agreement of(List<int[]> counts, int raters) {
        int[][] units = counts.stream().filter(unit -> sum(unit) > 0).toArray(int[][]::new);
        if (units.length == 0) {
            return new Agreement(Double.NaN, Double.NaN, Double.NaN, Double.NaN, raters);
        }
        double[] shares = shares(units);
        double byChance = 0;
        for (double share : shares) {
            byChance += share * (1 - share) / (shares.length - 1);
        }
        double observed = 0;
        int twice = 0;
        for (int[] unit : units) {
            observed += pairs(unit);
            twice += sum(unit) > 1 ? 1 : 0;
        }
        observed /= twice;
        double ac1 = (observed - byChance) / (1 - byChance);
        double reach = units.length == 1
                ? Double.POSITIVE_INFINITY
                : student(units.length - 1) * standardError(units, shares, byChance, ac1, twice);
        return new Agreement(ac1, Math.max(-1, ac1 - reach), Math.min(1, ac1 + reach), alpha(units), raters);
    }

    /** How often each category is chosen, each unit counting alike. */
    private static double[] shares(int[]... units) {
        double[] shares = new double[units[0].length];
        for (int[] unit : units) {
            for (int category = 0; category < unit.length; category++) {
                shares[category] += (double) unit[category] / sum(unit) / units.length;
            }
        }
        return shares;
    }

    /** The share of pairs of raters of a unit who chose alike; 0 if there is no pair. */
    private static double pairs(int... unit) {
        double alike = 0;
        for (int count : unit) {
            alike += (double) count * (count - 1);
        }
        double all = (double) sum(unit) * (sum(unit) - 1);
        return all == 0 ? 0 : alike / all;
    }

    private static double standardError(int[][] units, double[] shares, double byChance, double ac1, int twice) {
        double squares = 0;
        for (int[] unit : units) {
            double expected = 0;
            for (int category = 0; category < unit.length; category++) {
                expected += unit[category] * (1 - shares[category]) / sum(unit) / (shares.length - 1);
            }
            double own = (pairs(unit) - (sum(unit) > 1 ? byChance : 0)) * units.length / twice / (1 - byChance);
            double rest = own - 2 * (1 - ac1) * (expected - byChance) / (1 - byChance) - ac1;
            squares += rest * rest;
        }
        return Math.sqrt(squares / units.length / (units.length - 1));
    }

    /**
     * How far from 0 the middle 95 % of Student's distribution reach (Abramowitz and Stegun 26.7.3 and 26.7.4); by strict arithmetic, so that
     * every machine finds the same, to the last bit.
     */
    static double student(int freedom) {
        double low = 0;
        double high = Math.PI / 2;
        for (int halving = 0; halving < 60; halving++) {
            double angle = (low + high) / 2;
            if (within(angle, freedom) < SURE) {
                low = angle;
            } else {
                high = angle;
            }
        }
        return StrictMath.tan(low) * Math.sqrt(freedom);
    }

    private static double within(double angle, int freedom) {
        double cosine = StrictMath.cos(angle);
        boolean odd = freedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = 0;
        for (int power = odd ? 1 : 0; power < freedom - 1; power += 2) {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }
        return odd ? (angle + StrictMath.sin(angle) * sum) * 2 / Math.PI : StrictMath.sin(angle) * sum;
    }

    private static double alpha(int[]... units) {
        int categories = units[0].length;
        double[][] coincidences = new double[categories][categories];
        for (int[] unit : units) {
            int raters = sum(unit);
            for (int c = 0; c < categories && raters > 1; c++) {
                for (int k = 0; k < categories; k++) {
                    coincidences[c][k] += (double) unit[c] * (unit[k] - (c == k ? 1 : 0)) / (raters - 1);
                }
            }
        }
        double[] totals = new double[categories];
        double all = 0;
        for (int c = 0; c < categories; c++) {
            for (double coincidence : coincidences[c]) {
                totals[c] += coincidence;
            }
            all += totals[c];
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < categories; c++) {
            for (int k = c + 1; k < categories; k++) {
                double distance = distance(totals, c, k);
                observed += coincidences[c][k] * distance;
                expected += totals[c] * totals[k] * distance;
            }
        }
        return 1 - (all - 1) * observed / expected;
    }

    /** How far two ordered categories are apart: by all who chose between them, the ends counting half. */
    private static double distance(double[] totals, int low, int high) {
        double between = -(totals[low] + totals[high]) / 2;
        for (int category = low; category <= high; category++) {
            between += totals[category];
        }
        return between * between;
    }

    private static int sum(int... unit) {
        int sum = 0;
        for (int count : unit) {
            sum += count;
        }
        return sum;
    }
}
