package org.curbside.content.internal.store;

import java.time.Instant;
import org.curbside.api.content.Rating;
import org.curbside.content.internal.consensus.Taste;
import org.jspecify.annotations.Nullable;

/**
 * How a piece of advice was rated, and what that amounts to.
 *
 * @param taste by the last fit, or null while nobody counts who rated it
 * @param counted how many do
 * @param leftOut how many more are not counted, of members who favour each other
 * @param standing of the author, or null while too little is known
 * @param minority since when it is a minority view, or null
 */
public record Tally(
        int agree,
        int partly,
        int disagree,
        @Nullable Taste taste,
        int counted,
        int leftOut,
        @Nullable Double standing,
        @Nullable Instant minority) {

    /** Nobody has rated it. */
    public static final Tally NONE = new Tally(0, 0, 0, null, 0, 0, null, null);

    /** Ratings of which no more is known. */
    public static Tally of(int agree, int disagree) {
        return new Tally(agree, 0, disagree, null, 0, 0, null, null);
    }

    /** All that count. */
    public int total() {
        return agree + partly + disagree;
    }

    /** With one more, or (by -1) one less. */
    public Tally with(Rating rating, int by) {
        return new Tally(
                agree + (rating == Rating.AGREE ? by : 0),
                partly + (rating == Rating.PARTLY ? by : 0),
                disagree + (rating == Rating.DISAGREE ? by : 0),
                taste,
                counted,
                leftOut,
                standing,
                minority);
    }

    /** A minority view since then, or not. */
    public Tally since(@Nullable Instant when) {
        return new Tally(agree, partly, disagree, taste, counted, leftOut, standing, when);
    }
}
