package org.curbside.content.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Posts;
import org.curbside.api.content.TrackRecord;
import org.curbside.content.internal.store.PostStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hides posts and shows them again. */
@Component
public final class Postings implements Posts {

    private final PostStore store;
    private final ChannelList channels;
    private final Clock clock;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public Postings(@Reference PostStore store, @Reference ChannelList channels) {
        this(store, channels, Clock.systemUTC());
    }

    Postings(PostStore store, ChannelList channels, Clock clock) {
        this.store = store;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public Optional<Post> find(PostKind kind, long id) {
        return store.find(kind, id, channels::name);
    }

    @Override
    public void hide(PostKind kind, long id, String reason) {
        mark(kind, id, reason);
    }

    @Override
    public void restore(PostKind kind, long id) {
        mark(kind, id, null);
    }

    private void mark(PostKind kind, long id, @Nullable String reason) {
        store.hide(kind, id, reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public Set<Long> involving(long member, Collection<Long> questions) {
        return store.involving(member, questions);
    }

    @Override
    public TrackRecord record(long member) {
        return store.record(member);
    }
}
