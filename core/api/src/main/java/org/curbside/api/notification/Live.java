package org.curbside.api.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** What happens now, for pages that are open; every node hears of all of it. The latest thousand are kept. */
@ProviderType
public interface Live {

    /** The id of the latest happening; 0 before the first. */
    long latest();

    /** What happened after the one with that id, in order; at most 200. */
    List<Happening> after(long id);

    /** How many entries each of these members has not read; those without any are left out. */
    Map<Long, Integer> unread(Collection<Long> members);
}
