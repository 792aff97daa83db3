package org.curbside.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers the events that have become visible. Ids are drawn before a commit, so a smaller id may become visible after a
 * larger one; a listener that remembered the largest id would miss it. Positions are given after the commit, by one node
 * at a time, and have no such gaps.
 */
final class Sequencer {

    private static final int BATCH = 500;

    private Sequencer() {}

    /** Runs in a transaction of its own and returns how many events got a position. */
    static int run(Connection connection) throws SQLException {
        List<Long> fresh = longs(connection, "select id from outbox where position is null order by id limit " + BATCH);
        if (fresh.isEmpty()) {
            return 0;
        }
        long last =
                longs(connection, "select last from outbox_clock for update").get(0);
        int placed = 0;
        try (PreparedStatement place =
                connection.prepareStatement("update outbox set position = ? where id = ? and position is null")) {
            for (long id : fresh) {
                place.setLong(1, last + placed + 1);
                place.setLong(2, id);
                placed += place.executeUpdate();
            }
        }
        try (PreparedStatement clock = connection.prepareStatement("update outbox_clock set last = ?")) {
            clock.setLong(1, last + placed);
            clock.executeUpdate();
        }
        return placed;
    }

    private static List<Long> longs(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<Long> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
            return found;
        }
    }
}
