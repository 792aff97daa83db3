package org.curbside.content.internal;

import org.curbside.api.content.Ratings;

/**
 * Makes counts of ratings into the order of comments and their labels. The order follows the lower bound of the share
 * that agrees, a partial agreement counting half. Nothing is hidden for being disagreed with.
 */
final class RatingScore {

    /** Fewer ratings than this say nothing about a view being a minority's. */
    private static final int ENOUGH = 5;

    private RatingScore() {}

    static Ratings of(int agree, int partly, int disagree) {
        int total = agree + partly + disagree;
        double score = Wilson.of(agree + partly / 2.0, total).low();
        return new Ratings(agree, partly, disagree, score, label(agree, disagree, total));
    }

    private static String label(int agree, int disagree, int total) {
        boolean minority = total >= ENOUGH && 3 * agree < total && disagree > agree;
        return minority ? "minority view, " + agree + " of " + total : "";
    }
}
