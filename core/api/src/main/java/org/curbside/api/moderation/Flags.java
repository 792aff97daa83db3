package org.curbside.api.moderation;

import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.membership.Member;
import org.osgi.annotation.versioning.ProviderType;

/** Where members point moderators at posts. Nobody but the flagger learns who flagged. */
@ProviderType
public interface Flags {

    /**
     * Flags a post. One that could identify a patient is hidden at once until somebody has looked, but not when the member was wrong about
     * that twice in 90 days; any other when three members of two specialties have flagged it.
     *
     * @return whether the post is hidden now
     * @throws org.curbside.api.refusal.Refusal when there is no such post, it is hidden or the member's own, the member has flagged it before,
     *     the reason is missing, or the member flags too much
     */
    boolean flag(Member flagger, NewFlag flag);

    /**
     * The post that a member is about to flag.
     *
     * @throws org.curbside.api.refusal.Refusal when it cannot be flagged by the member
     */
    Post flaggable(Member flagger, PostKind kind, long post);
}
