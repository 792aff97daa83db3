package org.curbside.api.notification;

import java.time.Instant;

/**
 * What happened on one question since the member last opened it.
 *
 * @param id grows with every happening; an entry on which more happens gets a larger one
 * @param question the question's number
 * @param title its title
 * @param specialty the name of its channel
 * @param asked whether it is new
 * @param advice how many new pieces of advice there are
 * @param replies how many new replies there are to advice of the member, on their question, or after a reply of theirs
 * @param concluded whether whoever asked has said what became of it
 * @param minority whether few agree with advice of the member; the member is told before others
 * @param moderated whether moderators did something about a post of the member, who finds it among the notices of moderation
 * @param found whether it is new, and a search that the member keeps finds it
 * @param at when the last of it happened
 * @param read whether the member has opened it since
 */
public record InboxEntry(
        long id,
        long question,
        String title,
        String specialty,
        boolean asked,
        int advice,
        int replies,
        boolean concluded,
        boolean minority,
        boolean moderated,
        boolean found,
        Instant at,
        boolean read) {}
