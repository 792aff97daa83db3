package org.curbside.content.internal.store;

import org.curbside.api.content.Rating;
import org.curbside.content.internal.consensus.Bridging.Fit;
import org.curbside.content.internal.consensus.Bridging.ItemFit;
import org.jspecify.annotations.Nullable;

/** Adds up the ratings of one piece of advice by a fit. */
final class Weight {

    private final Fit fit;
    private final long author;
    private final @Nullable Double standing;
    private final ItemFit item;
    private Tally counted = Tally.NONE;
    private int leftOut;

    Weight(Fit fit, long author, @Nullable Double standing) {
        this.fit = fit;
        this.author = author;
        this.standing = standing;
        this.item = fit.item();
    }

    void add(long rater, Rating rating) {
        if (fit.leavesOut(rater, author)) {
            leftOut++;
        } else {
            counted = counted.with(rating, 1);
            item.add(rater, RatingRow.value(rating));
        }
    }

    /** What they amount to; not since when it is a minority view, which does not follow from them. */
    Tally tally() {
        return new Tally(
                counted.agree(),
                counted.partly(),
                counted.disagree(),
                item.count() == 0 ? null : item.taste(),
                item.count(),
                leftOut,
                standing,
                null);
    }
}
