package org.curbside.store.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.curbside.api.event.Event;
import org.curbside.api.event.EventListener;
import org.curbside.api.event.Placed;

/**
 * Brings a listener what it has not handled yet. Its position is locked meanwhile, so that of several nodes one delivers;
 * should it stop half-way, the lock goes and the same events come again.
 */
final class Delivery<E extends Event> {

    private static final int BATCH = 100;

    private final EventListener<E> listener;
    private final EventReader<E> events;

    /** Up to here there is none of the listener's events that it has not handled. */
    private long passed;

    Delivery(EventListener<E> listener, EventJson json) {
        this.listener = listener;
        this.events = new EventReader<>(kinds(listener.type()), json);
    }

    private static <E extends Event> List<Class<? extends E>> kinds(Class<E> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .<Class<? extends E>>map(kind -> kind.asSubclass(type))
                        .toList()
                : List.of(type);
    }

    /** Whether something waits for the listener, of what was numbered. */
    boolean isBehind(DataSource database, Progress progress) throws SQLException, JsonProcessingException {
        Long position = progress.positions().get(listener.name());
        long from = position == null ? 0 : Math.max(position, passed);
        if (position != null && from >= progress.last()) {
            return false;
        }
        try (Connection connection = database.getConnection()) {
            if (position == null) {
                introduce(connection);
            }
            if (!events.after(connection, from, 1).isEmpty()) {
                return true;
            }
        }
        passed = progress.last();
        return false;
    }

    /** Runs in a transaction of its own. */
    void run(Connection connection) throws Exception {
        OptionalLong position = lock(connection);
        if (position.isEmpty()) {
            return;
        }
        List<Placed<E>> waiting = events.after(connection, Math.max(position.getAsLong(), passed), BATCH);
        if (!waiting.isEmpty()) {
            listener.onAll(waiting);
            moveTo(connection, waiting.get(waiting.size() - 1).position());
        }
    }

    /** Makes the listener known; what happened before it was known comes to it too. */
    private void introduce(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into outbox_listener (name, position)"
                + " select ?, 0 where not exists (select 1 from outbox_listener where name = ?)")) {
            insert.setString(1, listener.name());
            insert.setString(2, listener.name());
            insert.executeUpdate();
        }
    }

    /** How many events wait for the listener, numbered or not. */
    long count(Connection connection) throws SQLException {
        return events.count(connection, listener.name());
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

    private void moveTo(Connection connection, long position) throws SQLException {
        try (PreparedStatement move =
                connection.prepareStatement("update outbox_listener set position = ? where name = ?")) {
            move.setLong(1, position);
            move.setString(2, listener.name());
            move.executeUpdate();
        }
    }
}
