package org.curbside.store.internal;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.curbside.api.event.Event;
import org.curbside.api.event.Placed;

/** Reads events of some kinds. */
final class EventReader<E extends Event> {

    private final EventJson json;

    /** By the names under which they are kept. */
    private final Map<String, Class<? extends E>> kinds;

    /** Of {@link #kinds}, as parameters of a query. */
    private final String marks;

    EventReader(Collection<Class<? extends E>> kinds, EventJson json) {
        this.json = json;
        this.kinds = kinds.stream().collect(toMap(Class::getName, identity()));
        this.marks = kinds.stream().map(kind -> "?").collect(joining(", ", "(", ")"));
    }

    /** Those after a position, in their order. */
    List<Placed<E>> after(Connection connection, long position, int most) throws SQLException, JsonProcessingException {
        try (PreparedStatement query =
                connection.prepareStatement("select position, type, body from outbox where position > ? and type in "
                        + marks + " order by position limit " + most)) {
            query.setLong(1, position);
            setKinds(query, 2);
            try (ResultSet rows = query.executeQuery()) {
                List<Placed<E>> found = new ArrayList<>();
                while (rows.next()) {
                    Class<? extends E> kind = requireNonNull(kinds.get(rows.getString(2)));
                    found.add(new Placed<>(rows.getLong(1), json.read(rows.getString(3), kind)));
                }
                return found;
            }
        }
    }

    /** How many are after a listener's position, numbered or not. */
    long count(Connection connection, String listener) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*) from outbox where type in " + marks
                + " and (position is null or position >"
                + " coalesce((select position from outbox_listener where name = ?), 0))")) {
            query.setString(setKinds(query, 1), listener);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
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
}
