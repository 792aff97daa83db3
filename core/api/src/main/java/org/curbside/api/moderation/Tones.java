package org.curbside.api.moderation;

import java.util.Map;
import java.util.Optional;
import org.curbside.api.membership.Member;
import org.osgi.annotation.versioning.ProviderType;

/** How members find each other's tone. No consensus, no order and no release knows of it. */
@ProviderType
public interface Tones {

    /**
     * Says how one finds the tone of a piece of advice, or says it anew.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such advice, it is hidden, or one's own; or the member may not write now
     */
    void mark(Member member, long comment, Tone tone);

    /** What a member has said of the advice on a question, by its id. */
    Map<Long, Tone> on(long question, Member member);

    /** How colleagues find a member's tone; empty until five of them have said. Only the member is told, and moderators. */
    Optional<Civility> of(Member member);
}
