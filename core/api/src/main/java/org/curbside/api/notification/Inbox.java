package org.curbside.api.notification;

import org.curbside.api.content.Question;
import org.curbside.api.membership.Member;
import org.curbside.api.paging.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a member was told of, one entry for each question. Read entries are kept for 30 days, others for 180, and of one member the
 * latest 500.
 */
@ProviderType
public interface Inbox {

    /**
     * Entries from before the one with id {@code before}, latest first. Questions that are no longer shown are left out. Whoever sees the
     * latest is reminded of none of them.
     *
     * @param before {@link Long#MAX_VALUE} for the latest
     */
    Page<InboxEntry> entries(Member member, long before, int limit);

    /** How many entries the member has not read. */
    int unread(Member member);

    /** The member has opened a question as it is now: what was told of it is read, and none of it is new in lists. */
    void opened(Member member, Question question);

    /** The member has read what was told of a question; does nothing if nothing was. */
    void read(Member member, long question);

    /** The member has read everything. */
    void readAll(Member member);

    /** What a member can be reminded of. */
    News news(long member);

    /** A member has been reminded of that. */
    void reminded(long member, News of);
}
