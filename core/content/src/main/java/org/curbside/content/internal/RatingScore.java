package org.curbside.content.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.curbside.api.content.Ratings;
import org.curbside.api.content.View;
import org.curbside.content.internal.consensus.Bridging;
import org.curbside.content.internal.consensus.Taste;
import org.curbside.content.internal.consensus.Wilson;
import org.curbside.content.internal.store.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Makes ratings into the order of comments and their labels. The order follows the lower bound of the share that agrees, a partial
 * agreement counting half, and how the author's earlier advice was received counting as two ratings. Nothing is hidden for being disagreed with, and who is in a minority reads it a day before others do.
 */
final class RatingScore {

    /** Fewer ratings than this say nothing about a view being a minority's. */
    private static final int ENOUGH = 5;

    /** Where the published bridging algorithm calls a note helpful, and from where on one of a side. */
    private static final double SHARED = 0.40;

    private static final double ONE_SIDED = 0.5;

    /** Enough to be read before others while there are few ratings, and soon outweighed by them. */
    private static final int OF_AUTHOR = 2;

    private static final Duration AUTHORS_OWN = Duration.ofDays(1);

    private RatingScore() {}

    /** As the author or somebody else reads it now. */
    static Ratings of(Tally tally, boolean author, Instant now) {
        boolean told = !isMinority(tally) || isOut(tally.minority(), now);
        View view = told || author ? view(tally) : View.OPEN;
        String notice = author && !told ? notice(tally, now) : "";
        return new Ratings(
                tally.agree(),
                tally.partly(),
                tally.disagree(),
                order(tally),
                view,
                label(view, tally),
                tally.leftOut(),
                notice);
    }

    /** The score with what is known of the author, which says as much as {@link #OF_AUTHOR} colleagues, whatever it is. */
    static double order(Tally tally) {
        Double standing = tally.standing();
        return standing == null
                ? score(tally)
                : Wilson.of(agreed(tally) + OF_AUTHOR * standing, tally.total() + OF_AUTHOR)
                        .low();
    }

    private static double agreed(Tally tally) {
        return tally.agree() + tally.partly() / 2.0;
    }

    /** A lower bound of the share that agrees. */
    static double score(Tally tally) {
        return Wilson.of(agreed(tally), tally.total()).low();
    }

    /** Whether few agree of enough who rated it. */
    static boolean isMinority(Tally tally) {
        return tally.total() >= ENOUGH && 3 * tally.agree() < tally.total() && tally.disagree() > tally.agree();
    }

    private static boolean isOut(@Nullable Instant since, Instant now) {
        return since != null && !now.isBefore(since.plus(AUTHORS_OWN));
    }

    private static View view(Tally tally) {
        Taste taste = tally.taste();
        if (isMinority(tally)) {
            return View.MINORITY;
        }
        if (taste == null || tally.counted() < Bridging.FEWEST_RATERS) {
            return View.OPEN;
        }
        if (Math.abs(taste.factor()) < ONE_SIDED) {
            return taste.intercept() >= SHARED ? View.SHARED : View.OPEN;
        }
        return isSplit(tally) ? View.DIVIDED : View.OPEN;
    }

    /** Of few ratings a fit can make two sides where there are none; so both have to be seen in the ratings themselves. */
    private static boolean isSplit(Tally tally) {
        return 4 * Math.min(tally.agree(), tally.disagree()) >= tally.total();
    }

    private static String label(View view, Tally tally) {
        return switch (view) {
            case OPEN -> "";
            case SHARED -> "shared across views, " + tally.agree() + " of " + tally.total();
            case DIVIDED -> "colleagues are divided";
            case MINORITY -> "minority view, " + tally.agree() + " of " + tally.total();
        };
    }

    private static String notice(Tally tally, Instant now) {
        Instant since = tally.minority() == null ? now : tally.minority();
        LocalDate day = LocalDate.ofInstant(since.plus(AUTHORS_OWN), ZoneOffset.UTC);
        return "Only you read this label until " + day
                + ". It says how many agree, not who is right: add what makes you see it differently.";
    }
}
