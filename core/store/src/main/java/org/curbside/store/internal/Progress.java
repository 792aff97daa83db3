package org.curbside.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * How far the outbox has come.
 *
 * @param last the position given last; no event below it is still without one
 * @param positions of what each listener handled last, by its name
 */
record Progress(long last, Map<String, Long> positions) {

    static Progress read(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select l.name, coalesce(l.position, 0), c.last from outbox_clock c left join outbox_listener l on true");
                ResultSet rows = query.executeQuery()) {
            long last = 0;
            Map<String, Long> positions = new HashMap<>();
            while (rows.next()) {
                last = rows.getLong(3);
                if (rows.getString(1) != null) {
                    positions.put(rows.getString(1), rows.getLong(2));
                }
            }
            return new Progress(last, positions);
        }
    }
}
