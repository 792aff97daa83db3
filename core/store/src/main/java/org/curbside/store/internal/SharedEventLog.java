package org.curbside.store.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.curbside.api.event.Event;
import org.curbside.store.EventLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the outbox table of the community's database; what has no position yet is not there yet. */
@Component
public final class SharedEventLog implements EventLog {

    private final DataSource database;
    private final EventJson json = new EventJson();

    /** Reads from the migrated database. */
    @Activate
    public SharedEventLog(@Reference(target = "(curbside.migrated=outbox)") DataSource database) {
        this.database = database;
    }

    @Override
    public Stretch after(long position, Collection<Class<? extends Event>> kinds, int most) {
        Map<String, Class<? extends Event>> byName =
                kinds.stream().collect(Collectors.toMap(Class::getName, Function.identity()));
        try (Connection connection = database.getConnection()) {
            long last = last(connection);
            List<Placed> events = read(connection, position, byName, most);
            long full = events.isEmpty() ? last : events.get(events.size() - 1).position();
            return new Stretch(events, events.size() < most ? Math.max(last, full) : full);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The outbox cannot be read", e);
        }
    }

    private List<Placed> read(Connection connection, long position, Map<String, Class<? extends Event>> kinds, int most)
            throws SQLException, JsonProcessingException {
        String marks = String.join(", ", Collections.nCopies(kinds.size(), "?"));
        try (PreparedStatement query =
                connection.prepareStatement("select position, type, body from outbox where position > ? and type in ("
                        + marks + ") order by position limit " + most)) {
            query.setLong(1, position);
            int mark = 2;
            for (String kind : kinds.keySet()) {
                query.setString(mark++, kind);
            }
            try (ResultSet rows = query.executeQuery()) {
                List<Placed> found = new ArrayList<>();
                while (rows.next()) {
                    Class<? extends Event> kind = Objects.requireNonNull(kinds.get(rows.getString(2)));
                    found.add(new Placed(rows.getLong(1), json.read(rows.getString(3), kind)));
                }
                return found;
            }
        }
    }

    /** What was numbered before the events are looked for: none is below it and unseen. */
    private static long last(Connection connection) throws SQLException {
        try (PreparedStatement clock = connection.prepareStatement("select last from outbox_clock");
                ResultSet row = clock.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
