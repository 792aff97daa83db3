package org.curbside.safety.internal;

import java.util.OptionalDouble;

/**
 * Reports of one product and one reaction against all others.
 *
 * @param a of the product with the reaction
 * @param b of the product with another reaction
 * @param c of another product with the reaction
 * @param d of another product with another reaction
 */
record TwoByTwo(long a, long b, long c, long d) {

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * Proportional reporting ratio (Evans et al., Pharmacoepidemiol Drug Saf 2001;10:483-486); empty where nothing is
     * there to divide by.
     */
    OptionalDouble prr() {
        if (a + b == 0 || c == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((a / (double) (a + b)) / (c / (double) (c + d)));
    }

    /** Lower end of the 95 % interval; empty also without a report of the pair. */
    OptionalDouble low() {
        return end(-1);
    }

    /** Upper end of the 95 % interval; empty also without a report of the pair. */
    OptionalDouble high() {
        return end(1);
    }

    /** Pearson's chi-square without continuity correction; 0 where a margin is empty. */
    double chiSquare() {
        double margins = (double) (a + b) * (c + d) * (a + c) * (b + d);
        double n = a + b + c + d;
        double difference = (double) a * d - (double) b * c;
        return margins == 0 ? 0 : n * difference * difference / margins;
    }

    /** Whether other products were reported, but none with the reaction: the ratio has no upper bound then. */
    boolean only() {
        return a > 0 && c == 0 && d > 0;
    }

    /** Evans' criterion: at least 3 reports, a ratio of at least 2 and a chi-square of at least 4. */
    boolean signal() {
        return a >= 3 && (only() || prr().orElse(0) >= 2) && chiSquare() >= 4;
    }

    private OptionalDouble end(int side) {
        if (a == 0 || prr().isEmpty()) {
            return OptionalDouble.empty();
        }
        double error = Math.sqrt(1.0 / a - 1.0 / (a + b) + 1.0 / c - 1.0 / (c + d));
        return OptionalDouble.of(Math.exp(Math.log(prr().getAsDouble()) + side * Z * error));
    }
}
