package org.curbside.content.internal.consensus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Consensus across what divides the raters: an opinion is explained by a common mean, by who gave it, by what it is about, and by whether
 * both are on the same side, r = mean + i(rater) + i(item) + f(rater) f(item). What is left to i(item) is agreement from all sides.
 *
 * <p>The model and its constants are those published for Community Notes (Wojcik et al., "Birdwatch: Crowd Wisdom and Bridging Algorithms
 * can Inform Understanding and Reduce the Spread of Misinformation", arXiv:2210.15723), in the form whose loss is made of means:
 * mean squared error, plus 0.15 times the mean squared intercepts of raters and of items and the square of the mean, plus 0.03 times the
 * mean squared factors. Fitted by alternating least squares from a fixed beginning, so that the same opinions give the same numbers.
 */
public final class Bridging {

    /** An item that fewer have rated says nothing. */
    public static final int FEWEST_RATERS = 5;

    /** A rater who has rated fewer says nothing. */
    public static final int FEWEST_ITEMS = 10;

    private static final double OF_INTERCEPTS = 0.15;
    private static final double OF_FACTORS = 0.03;
    private static final int MOST_ROUNDS = 2_000;
    private static final double SETTLED = 1e-13;

    /** The fractional parts of its multiples are spread evenly; so no two begin alike, and none by chance. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Matrix matrix;
    private final double[] raterIntercepts;
    private final double[] raterFactors;
    private final double[] itemIntercepts;
    private final double[] itemFactors;
    private double mean;

    private Bridging(Matrix matrix) {
        this.matrix = matrix;
        this.raterIntercepts = new double[matrix.raters()];
        this.raterFactors = new double[raterIntercepts.length];
        this.itemIntercepts = new double[matrix.items()];
        this.itemFactors = new double[itemIntercepts.length];
    }

    /**
     * A fit.
     *
     * @param mean of all opinions, when nothing else is known
     * @param raters by id, all that count
     * @param rings of members who favour each other, by member; see {@link Rings}
     * @param scale by which the penalty of an item is weighed against its opinions: all opinions by all items
     * @param loss what was minimised
     */
    public record Fit(double mean, Map<Long, Taste> raters, Map<Long, Long> rings, double scale, double loss) {

        /** Of no opinions at all. */
        public static final Fit NONE = new Fit(0, Map.of(), Map.of(), 0, 0);

        /** Takes copies of the maps. */
        public Fit {
            raters = Map.copyOf(raters);
            rings = Map.copyOf(rings);
        }

        /** Whether what one says of the other's advice does not count. */
        public boolean leavesOut(long rater, long author) {
            Long ring = rings.get(rater);
            return ring != null && ring.equals(rings.get(author));
        }

        /** What an opinion on an item is likely to be: 0 to 1, or a little beyond. */
        double expected(Taste rater, Taste item) {
            return mean + rater.intercept() + item.intercept() + rater.factor() * item.factor();
        }

        /** What the opinions on one item amount to, of those raters who count, in the order in which they are added. */
        public ItemFit item() {
            return new ItemFit(this);
        }
    }

    /**
     * Fits raters who rated at least {@link #FEWEST_ITEMS} items that {@link #FEWEST_RATERS} rated; and once more, without what members
     * of a ring said of each other's, if there are rings.
     *
     * @param eachRound is called now and then; what it throws breaks the fit off
     */
    public static Fit fit(Opinions opinions, Runnable eachRound) {
        Fit all = fit(Matrix.of(opinions, FEWEST_RATERS, FEWEST_ITEMS), eachRound);
        Map<Long, Long> rings = Rings.of(opinions, all);
        if (rings.isEmpty()) {
            return all;
        }
        Opinions rest = opinions.without(new Fit(0, Map.of(), rings, 0, 0)::leavesOut);
        Fit fit = fit(Matrix.of(rest, FEWEST_RATERS, FEWEST_ITEMS), eachRound);
        return new Fit(fit.mean(), fit.raters(), rings, fit.scale(), fit.loss());
    }

    static Fit fit(Matrix matrix, Runnable eachRound) {
        return matrix.size() == 0 ? Fit.NONE : new Bridging(matrix).fit(eachRound);
    }

    private Fit fit(Runnable eachRound) {
        for (int i = 0; i < itemFactors.length; i++) {
            itemFactors[i] = (i + 1) * GOLDEN % 1 - 0.5;
        }
        double before = Double.POSITIVE_INFINITY;
        double loss = loss();
        for (int round = 0; round < MOST_ROUNDS && before - loss > SETTLED * loss; round++) {
            solve(matrix.byRater(), raterIntercepts, raterFactors, itemIntercepts, itemFactors);
            solve(matrix.byItem(), itemIntercepts, itemFactors, raterIntercepts, raterFactors);
            centre();
            eachRound.run();
            before = loss;
            loss = loss();
        }
        turn();
        Map<Long, Taste> raters = new HashMap<>();
        for (int i = 0; i < raterFactors.length; i++) {
            raters.put(matrix.raterId(i), new Taste(raterIntercepts[i], raterFactors[i]));
        }
        return new Fit(mean, raters, Map.of(), (double) matrix.size() / itemFactors.length, loss);
    }

    /** Least squares for each of one side, the other side as it is. */
    private void solve(
            Matrix.Side side, double[] intercepts, double[] factors, double[] otherIntercepts, double[] otherFactors) {
        double scale = (double) matrix.size() / side.size();
        for (int own = 0; own < side.size(); own++) {
            Ridge ridge = new Ridge();
            for (int i = side.first(own); i < side.first(own + 1); i++) {
                int other = side.other(i);
                ridge.add(otherFactors[other], side.value(i) - mean - otherIntercepts[other]);
            }
            Taste solved = ridge.solve(OF_INTERCEPTS * scale, OF_FACTORS * scale);
            intercepts[own] = solved.intercept();
            factors[own] = solved.factor();
        }
    }

    private void centre() {
        Matrix.Side side = matrix.byRater();
        double rest = 0;
        for (int own = 0; own < side.size(); own++) {
            for (int i = side.first(own); i < side.first(own + 1); i++) {
                rest += rest(side, own, i) + mean;
            }
        }
        mean = rest / matrix.size() / (1 + OF_INTERCEPTS);
    }

    private double rest(Matrix.Side side, int rater, int i) {
        int item = side.other(i);
        return side.value(i)
                - mean
                - raterIntercepts[rater]
                - itemIntercepts[item]
                - raterFactors[rater] * itemFactors[item];
    }

    private double loss() {
        Matrix.Side side = matrix.byRater();
        double squares = 0;
        for (int own = 0; own < side.size(); own++) {
            for (int i = side.first(own); i < side.first(own + 1); i++) {
                double rest = rest(side, own, i);
                squares += rest * rest;
            }
        }
        return squares / matrix.size()
                + OF_INTERCEPTS * (meanSquare(raterIntercepts) + meanSquare(itemIntercepts) + mean * mean)
                + OF_FACTORS * (meanSquare(raterFactors) + meanSquare(itemFactors));
    }

    private static double meanSquare(double... values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return squares / values.length;
    }

    /** Both sides of what divides are alike; the larger factor of a rater is called positive. */
    private void turn() {
        double lowest = Arrays.stream(raterFactors).min().orElse(0);
        double highest = Arrays.stream(raterFactors).max().orElse(0);
        if (-lowest > highest) {
            Arrays.setAll(raterFactors, i -> -raterFactors[i]);
            Arrays.setAll(itemFactors, i -> -itemFactors[i]);
        }
    }

    /** Least squares with a penalty, of an intercept and a slope. */
    private static final class Ridge {
        private int count;
        private double slopes;
        private double squares;
        private double values;
        private double products;

        void add(double slope, double value) {
            count++;
            slopes += slope;
            squares += slope * slope;
            values += value;
            products += slope * value;
        }

        Taste solve(double ofIntercept, double ofSlope) {
            double a = count + ofIntercept;
            double d = squares + ofSlope;
            double determinant = a * d - slopes * slopes;
            return new Taste(
                    (d * values - slopes * products) / determinant, (a * products - slopes * values) / determinant);
        }
    }

    /** The opinions on one item, by a fit of the raters. */
    public static final class ItemFit {
        private final Fit fit;
        private final Ridge ridge = new Ridge();

        private ItemFit(Fit fit) {
            this.fit = fit;
        }

        /**
         * Adds one, if its rater counts.
         *
         * @param value 0, 0.5 or 1
         */
        public void add(long rater, double value) {
            Taste taste = fit.raters().get(rater);
            if (taste != null) {
                add(taste, value);
            }
        }

        /** Adds the opinion of a rater of that taste; or, for what is known of a rater, on an item of that taste. */
        void add(Taste other, double value) {
            ridge.add(other.factor(), value - fit.mean() - other.intercept());
        }

        /** How many counted. */
        public int count() {
            return ridge.count;
        }

        /** The item's; both are 0 if nobody counts. */
        public Taste taste() {
            return ridge.count == 0 ? Taste.NONE : ridge.solve(OF_INTERCEPTS * fit.scale(), OF_FACTORS * fit.scale());
        }
    }
}
