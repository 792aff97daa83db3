package org.curbside.store.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.curbside.api.event.Event;
import org.curbside.api.event.Placed;
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
        EventReader<Event> reader = new EventReader<>(kinds, json);
        try (Connection connection = database.getConnection()) {
            long last = last(connection);
            List<Placed<Event>> events = reader.after(connection, position, most);
            long full = events.isEmpty() ? last : events.get(events.size() - 1).position();
            return new Stretch(events, events.size() < most ? Math.max(last, full) : full);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The outbox cannot be read", e);
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
