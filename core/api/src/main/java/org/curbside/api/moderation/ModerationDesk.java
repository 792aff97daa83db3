package org.curbside.api.moderation;

import org.curbside.api.membership.Visitor;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where moderators and operators decide. A moderator sees the channels that are theirs, and none of the cases that are about themselves, that
 * they flagged, or that are on a question which they asked or advised on. Whoever decided before decides nothing in the second place. To others
 * a moderator is a mask, such as "Moderator, cardiology". Every act is in the {@link ModerationRecord}.
 *
 * <p>Everything refuses whoever is neither, a case that is not theirs, and what cannot be done about it now.
 */
@ProviderType
public interface ModerationDesk {

    /** What waits. */
    Queue queue(Visitor judge);

    /** One case. */
    Case find(Visitor judge, long id);

    /** Takes a case for half an hour, so that no two look at it. */
    Case claim(Visitor judge, long id);

    /** Gives it back. */
    void release(Visitor judge, long id);

    /** Decides a case that the judge has claimed. A ban is only proposed; until it is decided the author writes nothing. */
    Case decide(Visitor judge, long id, NewDecision decision);

    /**
     * Decides on a proposed ban. A moderator does so when the author has been heard, or has said nothing for a day.
     *
     * @param agree else the post stays hidden and the author is not banned
     * @param words why, 10 to 1,000 characters; the author reads them
     */
    Case second(Visitor judge, long id, boolean agree, @Nullable String words);

    /**
     * Decides an appeal.
     *
     * @param uphold else everything is taken back: the post is shown, the author writes again
     * @param words as above
     */
    Case hear(Visitor judge, long id, boolean uphold, @Nullable String words);
}
