package org.curbside.store.internal;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.curbside.api.event.Event;
import org.curbside.api.event.EventListener;

/**
 * Brings a listener what it has not handled yet. Its position is locked meanwhile, so that of several nodes one delivers;
 * should it stop half-way, the lock goes and the same events come again.
 */
final class Delivery<E extends Event> {

    private static final int BATCH = 100;

    private final EventListener<E> listener;
    private final EventJson json;

    /** By the names under which they are kept. */
    private final Map<String, Class<? extends E>> kinds;

    /** Of {@link #kinds}, as parameters of a query. */
    private final String marks;

    Delivery(EventListener<E> listener, EventJson json) {
        this.listener = listener;
        this.json = json;
        this.kinds = kinds(listener.type()).collect(toMap(Class::getName, identity()));
        this.marks = kinds.keySet().stream().map(kind -> "?").collect(joining(", "));
    }

    private static <E extends Event> Stream<Class<? extends E>> kinds(Class<E> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).map(kind -> kind.asSubclass(type))
                : Stream.of(type);
    }

    /** Runs in a transaction of its own and returns how many events were handled. */
    int run(Connection connection) throws Exception {
        OptionalLong position = lock(connection);
        if (position.isEmpty()) {
            return 0;
        }
        long last = last(connection);
        List<Placed<E>> waiting = waiting(connection, position.getAsLong());
        for (Placed<E> event : waiting) {
            listener.on(event.position, json.read(event.body, event.kind));
            moveTo(connection, event.position);
        }
        if (waiting.isEmpty() && last > position.getAsLong()) {
            moveTo(connection, last);
        }
        return waiting.size();
    }

    /** What was numbered before the listener's own events are looked for; none of those is below it and unseen. */
    private static long last(Connection connection) throws SQLException {
        try (PreparedStatement clock = connection.prepareStatement("select last from outbox_clock");
                ResultSet row = clock.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Makes the listener known; what happened before it was known comes to it too. */
    void introduce(Connection connection) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement("select 1 from outbox_listener where name = ?")) {
            known.setString(1, listener.name());
            try (ResultSet row = known.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into outbox_listener (name, position) values (?, 0)")) {
            insert.setString(1, listener.name());
            insert.executeUpdate();
        }
    }

    /** How many events wait for the listener, numbered or not. */
    long count(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                select count(*) from outbox where type in (%s) and (position is null or position >
                coalesce((select position from outbox_listener where name = ?), 0))
                """
                        .formatted(marks))) {
            query.setString(setKinds(query, 1), listener.name());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private OptionalLong lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select position from outbox_listener where name = ? for update skip locked")) {
            lock.setString(1, listener.name());
            try (ResultSet row = lock.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Returns the place of the next parameter. */
    private int setKinds(PreparedStatement query, int first) throws SQLException {
        int place = first;
        for (String kind : kinds.keySet()) {
            query.setString(place++, kind);
        }
        return place;
    }

    private List<Placed<E>> waiting(Connection connection, long after) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select position, type, body from outbox where position > ? and type in ("
                        + marks + ") order by position limit " + BATCH)) {
            query.setLong(1, after);
            setKinds(query, 2);
            try (ResultSet rows = query.executeQuery()) {
                List<Placed<E>> found = new ArrayList<>();
                while (rows.next()) {
                    Class<? extends E> kind = requireNonNull(kinds.get(rows.getString(2)));
                    found.add(new Placed<>(rows.getLong(1), kind, rows.getString(3)));
                }
                return found;
            }
        }
    }

    private void moveTo(Connection connection, long position) throws SQLException {
        try (PreparedStatement move =
                connection.prepareStatement("update outbox_listener set position = ? where name = ?")) {
            move.setLong(1, position);
            move.setString(2, listener.name());
            move.executeUpdate();
        }
    }

    private record Placed<E extends Event>(long position, Class<? extends E> kind, String body) {}
}
