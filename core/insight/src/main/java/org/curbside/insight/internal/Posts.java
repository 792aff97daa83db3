package org.curbside.insight.internal;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.curbside.api.event.Event;
import org.curbside.api.event.Placed;
import org.curbside.insight.internal.store.CountStore.Post;

/** Events as posts to be counted, by their positions. */
final class Posts {

    private Posts() {}

    static <E extends Event> SortedMap<Long, Post> of(List<Placed<E>> events, Function<E, Post> post) {
        SortedMap<Long, Post> posts = new TreeMap<>();
        events.forEach(placed -> posts.put(placed.position(), post.apply(placed.event())));
        return posts;
    }
}
