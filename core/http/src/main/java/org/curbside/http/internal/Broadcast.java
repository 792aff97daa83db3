package org.curbside.http.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.curbside.api.notification.Happening;
import org.curbside.api.notification.Live;
import org.curbside.api.refusal.Refusal;

/** Tells all open pages what happens. It asks once for all of them, and only while there are any. */
final class Broadcast {

    /** More of one member are older pages, which give way. */
    static final int MOST_OF_ONE = 4;

    private static final int MEMBERS_AT_ONCE = 500;
    private static final int COME_BACK_SECONDS = 30;

    private final Collection<LiveStream> streams = new ConcurrentLinkedQueue<>();
    private final int most;

    Broadcast(int most) {
        this.most = most;
    }

    /** Refuses another page when there are too many. */
    void refuseCrowd() {
        if (streams.size() >= most) {
            throw Refusal.unavailable(
                    "too-many-pages",
                    COME_BACK_SECONDS,
                    "Too many pages are told what happens. Reload the page to see what is new.");
        }
    }

    void add(LiveStream stream) {
        List<LiveStream> others = streams.stream()
                .filter(other -> other.member() == stream.member())
                .toList();
        others.subList(0, Math.max(0, others.size() - MOST_OF_ONE + 1)).forEach(LiveStream::close);
        streams.add(stream);
    }

    void remove(LiveStream stream) {
        streams.remove(stream);
    }

    boolean has(long member) {
        return streams.stream().anyMatch(stream -> stream.member() == member);
    }

    int size() {
        return streams.size();
    }

    /** Tells what happened since the last time. */
    void turn(Live live) {
        var first = streams.stream().min(Comparator.comparingLong(LiveStream::last));
        if (first.isEmpty()) {
            return;
        }
        List<Happening> happenings = live.after(first.get().last());
        happenings.forEach(what -> streams.forEach(stream -> stream.tell(what)));
        if (!happenings.isEmpty()) {
            Map<Long, Integer> unread = unread(live);
            streams.forEach(stream -> stream.tellUnread(unread.getOrDefault(stream.member(), 0)));
        }
    }

    private Map<Long, Integer> unread(Live live) {
        List<Long> members =
                List.copyOf(streams.stream().map(LiveStream::member).collect(Collectors.toSet()));
        Map<Long, Integer> unread = new HashMap<>();
        for (int from = 0; from < members.size(); from += MEMBERS_AT_ONCE) {
            unread.putAll(live.unread(members.subList(from, Math.min(members.size(), from + MEMBERS_AT_ONCE))));
        }
        return unread;
    }

    /** Keeps the connections up, but of those whose session has ended. */
    void beat(Predicate<String> lasts) {
        Map<Boolean, Set<String>> sessions = streams.stream()
                .map(LiveStream::session)
                .distinct()
                .collect(Collectors.partitioningBy(lasts, Collectors.toSet()));
        streams.forEach(stream -> {
            if (sessions.getOrDefault(false, Set.of()).contains(stream.session())) {
                stream.close();
            } else {
                stream.beat();
            }
        });
    }

    void close() {
        streams.forEach(LiveStream::close);
    }
}
