package org.curbside.api.moderation;

import org.curbside.api.membership.Member;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whether a member may write now. To be asked last, when nothing else is wrong with what is written: it counts. How fast a member may write
 * grows with the days since their first post and with how that was received.
 */
@ProviderType
public interface Permits {

    /**
     * Counts an act of a member.
     *
     * @throws org.curbside.api.refusal.Refusal while the member is suspended, and when it is too much at once, with after how many seconds it
     *     will not be
     */
    void use(Member member, Act act);
}
