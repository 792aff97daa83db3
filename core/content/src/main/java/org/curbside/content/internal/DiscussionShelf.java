package org.curbside.content.internal;

import java.util.Collection;
import java.util.List;
import org.curbside.api.content.Discussion;
import org.curbside.api.content.Discussions;
import org.curbside.api.paging.Page;
import org.curbside.content.internal.store.DiscussionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands out whole discussions. */
@Component
public final class DiscussionShelf implements Discussions {

    private final DiscussionStore store;
    private final ChannelList channels;

    /** From that store. */
    @Activate
    public DiscussionShelf(@Reference DiscussionStore store, @Reference ChannelList channels) {
        this.store = store;
        this.channels = channels;
    }

    @Override
    public List<Discussion> of(Collection<Long> questions) {
        return store.of(questions, channels::name);
    }

    @Override
    public Page<Discussion> after(long after, int limit) {
        int size = Page.size(limit);
        return Page.of(store.after(after, size + 1, channels::name), size, discussion -> discussion
                .question()
                .id());
    }
}
