package org.curbside.api.content;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** What members wrote, for those who keep order among them. Doors do not use it: it knows whose everything is. */
@ProviderType
public interface Posts {

    /** The post with that id, hidden or not. */
    Optional<Post> find(PostKind kind, long id);

    /**
     * Hides a post: it is in no list, no count and no consensus, and whoever follows a link to it reads {@code reason} in its place. What is
     * hidden already stays so, for the reason given now. Hidden with a question is the advice on it, and with advice what was replied to it.
     *
     * @param reason in a few words
     */
    void hide(PostKind kind, long id, String reason);

    /** Shows a post again as it was. */
    void restore(PostKind kind, long id);

    /** Of these questions, those that a member asked, or wrote on. */
    Set<Long> involving(long member, Collection<Long> questions);

    /** What a member has written so far. */
    TrackRecord record(long member);
}
