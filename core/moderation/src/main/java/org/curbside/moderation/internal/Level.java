package org.curbside.moderation.internal;

import java.time.Duration;
import java.time.Instant;
import org.curbside.api.content.Standing;
import org.curbside.api.content.TrackRecord;
import org.curbside.api.moderation.Act;

/** How far a member is known here, and how fast a member who is may write. */
public enum Level {
    /** In the first week, with fewer than three posts, or when something of theirs was lately found to break a rule. */
    NEWCOMER,
    /** Most. */
    KNOWN,
    /** For a month, with ten posts, rated by colleagues of other specialties of whom more agree than do not. */
    REGULAR;

    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final int SOME_POSTS = 3;
    private static final int MANY_POSTS = 10;
    private static final int ENOUGH_RATINGS = 5;

    /** The level of a member with that record. */
    static Level of(TrackRecord record, boolean brokeARule, Instant now) {
        Instant first = record.first();
        if (first == null || brokeARule || record.posts() < SOME_POSTS || now.isBefore(first.plus(A_WEEK))) {
            return NEWCOMER;
        }
        boolean regular =
                record.posts() >= MANY_POSTS && !now.isBefore(first.plus(A_MONTH)) && isWellReceived(record.standing());
        return regular ? REGULAR : KNOWN;
    }

    private static boolean isWellReceived(Standing standing) {
        return standing.agree() + standing.partly() + standing.disagree() >= ENOUGH_RATINGS
                && standing.agree() > standing.disagree();
    }

    /** How many tokens a bucket for that act holds, and how many come each day. */
    Quota quota(Act act) {
        return switch (act) {
            case ASK -> pick(new Quota(3, 6), new Quota(6, 20), new Quota(20, 60));
            case ADVISE -> pick(new Quota(10, 30), new Quota(30, 120), new Quota(120, 600));
            case REPLY -> pick(new Quota(10, 40), new Quota(40, 200), new Quota(200, 1_000));
            case RATE -> pick(new Quota(60, 200), new Quota(200, 1_000), new Quota(1_000, 5_000));
            case FLAG -> pick(new Quota(5, 10), new Quota(10, 40), new Quota(20, 80));
            case ANSWER -> Quota.UNLIMITED;
        };
    }

    private Quota pick(Quota newcomer, Quota known, Quota regular) {
        return switch (this) {
            case NEWCOMER -> newcomer;
            case KNOWN -> known;
            case REGULAR -> regular;
        };
    }

    /**
     * A token bucket.
     *
     * @param atOnce how many it holds
     * @param daily how many come each day
     */
    record Quota(int atOnce, int daily) {

        /** Nothing is counted. */
        static final Quota UNLIMITED = new Quota(Integer.MAX_VALUE, Integer.MAX_VALUE);

        boolean isUnlimited() {
            return atOnce == Integer.MAX_VALUE;
        }

        /** So many times that, but at least one. */
        Quota times(double factor) {
            return new Quota((int) Math.max(1, atOnce * factor), (int) Math.max(1, daily * factor));
        }

        /** How long until one more is there. */
        Duration each() {
            return Duration.ofDays(1).dividedBy(daily);
        }
    }
}
