package org.curbside.api.content;

import java.time.Instant;
import org.curbside.api.event.Event;

/** The ratings of a comment are others now. */
public sealed interface RatingEvent extends Event permits CommentRated, RatingRevised {

    /** The comment's number. */
    long comment();

    /** When. */
    Instant at();
}
