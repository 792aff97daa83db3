package org.curbside.api.search;

import java.util.List;
import org.curbside.api.membership.Member;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Searches that members keep. Nobody else learns of them; when a colleague asks what one of them finds, {@link SavedSearchMatched} says so.
 */
@ProviderType
public interface SavedSearches {

    /** How many a member can keep. */
    int MOST = 20;

    /** A member's own, by name. */
    List<SavedSearch> of(Member member);

    /**
     * Keeps one; what it finds now is not new. One that looks for the same is only called otherwise.
     *
     * @throws org.curbside.api.refusal.Refusal when the name is too long, the search could not be made, or there are too many
     */
    SavedSearch save(Member member, NewSavedSearch search);

    /**
     * Looks: from now on nothing that it finds now is new.
     *
     * @return as it was before
     * @throws org.curbside.api.refusal.Refusal when the member has no such search
     */
    SavedSearch look(Member member, long search);

    /**
     * Forgets one.
     *
     * @throws org.curbside.api.refusal.Refusal when the member has no such search
     */
    void forget(Member member, long search);
}
