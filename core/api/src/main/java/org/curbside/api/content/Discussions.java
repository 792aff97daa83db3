package org.curbside.api.content;

import java.util.Collection;
import java.util.List;
import org.curbside.api.paging.Page;
import org.osgi.annotation.versioning.ProviderType;

/** Questions with all that was said on them and is not hidden, walled or not, for whoever makes them findable. */
@ProviderType
public interface Discussions {

    /** Those with these ids; one that is not there, or is hidden, is left out. */
    List<Discussion> of(Collection<Long> questions);

    /**
     * Those with ids above {@code after}, smallest first.
     *
     * @param limit 1 to {@link Page#MOST}; anything else is brought into that range
     */
    Page<Discussion> after(long after, int limit);
}
