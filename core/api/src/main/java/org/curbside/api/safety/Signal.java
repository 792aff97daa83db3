package org.curbside.api.safety;

import java.util.OptionalDouble;

/**
 * How often a product and a reaction were reported together, compared with all other reports. Reports, never incidence.
 *
 * @param reports of this pair
 * @param serious how many of them were serious
 * @param prr proportional reporting ratio; empty where it is not defined
 * @param low lower end of its 95 % interval
 * @param high upper end of its 95 % interval
 * @param only whether the reaction was reported with this product only, so that the ratio has no upper bound
 * @param signal whether Evans' criterion holds: at least 3 reports, PRR and chi-square at least 2 and 4
 */
public record Signal(
        String product,
        String reaction,
        long reports,
        long serious,
        OptionalDouble prr,
        OptionalDouble low,
        OptionalDouble high,
        boolean only,
        boolean signal) {}
