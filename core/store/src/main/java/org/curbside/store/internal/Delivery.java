package org.curbside.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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

    Delivery(EventListener<E> listener, EventJson json) {
        this.listener = listener;
        this.json = json;
    }

    /** Runs in a transaction of its own and returns how many events were handled. */
    int run(Connection connection) throws Exception {
        OptionalLong position = lock(connection);
        if (position.isEmpty()) {
            return 0;
        }
        long last = last(connection);
        List<Placed> waiting = waiting(connection, position.getAsLong());
        for (Placed event : waiting) {
            listener.on(event.position, json.read(event.body, listener.type()));
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
                select count(*) from outbox where type = ? and (position is null or position >
                coalesce((select position from outbox_listener where name = ?), 0))
                """)) {
            query.setString(1, listener.type().getName());
            query.setString(2, listener.name());
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

    private List<Placed> waiting(Connection connection, long after) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select position, body from outbox where position > ? and type = ? order by position limit " + BATCH)) {
            query.setLong(1, after);
            query.setString(2, listener.type().getName());
            try (ResultSet rows = query.executeQuery()) {
                List<Placed> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Placed(rows.getLong(1), rows.getString(2)));
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

    private record Placed(long position, String body) {}
}
