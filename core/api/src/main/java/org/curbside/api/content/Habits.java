package org.curbside.api.content;

import org.curbside.api.membership.Member;
import org.osgi.annotation.versioning.ProviderType;

/** How members want to read. */
@ProviderType
public interface Habits {

    /** Whether this member wants to answer a question's poll before reading what others advise; at first no member does. */
    boolean answersFirst(Member member);

    /** Whether to from now on. */
    void answerFirst(Member member, boolean wanted);

    /**
     * Whether the advice on a question is held back from a reader, who wants to answer first: until they have answered its poll or have
     * advised. It is not where there is no poll, none that can be answered at the moment, or a conclusion; nor from whoever asked.
     */
    boolean holdsBack(Question question, Member reader);
}
