package org.curbside.content.internal.consensus;

/**
 * Wilson's score interval for a share, at 95 % (Wilson, J Am Stat Assoc 1927;22:209-212). Unlike a mean it is wide while
 * there is little to go by.
 *
 * @param low 0 to 1
 * @param high 0 to 1
 */
public record Wilson(double low, double high) {

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Of {@code successes}, which may be a fraction, among {@code n}; from 0 to 1 when there is none. */
    public static Wilson of(double successes, long n) {
        if (n == 0) {
            return new Wilson(0, 1);
        }
        double share = successes / n;
        double z2 = Z * Z;
        double centre = share + z2 / (2 * n);
        double spread = Z * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
        double scale = 1 + z2 / n;
        return new Wilson(Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale));
    }
}
