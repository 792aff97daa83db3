package org.curbside.api.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.curbside.api.membership.Member;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What members are told about their own posts, and where they answer. Also for those who are suspended. */
@ProviderType
public interface ModerationNotices {

    /** A member's own, the latest first; not more than 100. */
    List<ModerationNotice> of(Member member);

    /** Until when a member writes nothing, if so. */
    Optional<Instant> suspended(Member member);

    /**
     * Appeals against a decision, or answers the proposal of a ban; once.
     *
     * @param words 10 to 2,000 characters
     * @throws org.curbside.api.refusal.Refusal when it is not the member's, or nothing can be answered now
     */
    ModerationNotice answer(Member member, long id, @Nullable String words);
}
