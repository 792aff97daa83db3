package org.curbside.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.curbside.api.event.Event;
import org.curbside.api.event.Placed;
import org.curbside.store.EventLog;
import org.curbside.store.EventLog.Stretch;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedEventLogTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private final EventLog log = new SharedEventLog(database);

    @BeforeEach
    void open() throws Exception {
        database.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                var script = Objects.requireNonNull(getClass().getResourceAsStream("/db/outbox/V1__outbox.sql"))) {
            connection.createStatement().execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void events_of_some_kinds_are_read_in_the_order_of_their_positions() throws SQLException {
        append(new Rang(1), new Knocked(2), new Shouted(3), new Rang(4));
        number();
        assertThat(log.after(0, List.of(Rang.class, Knocked.class), 10))
                .isEqualTo(new Stretch(
                        List.of(
                                new Placed<>(1, new Rang(1)),
                                new Placed<>(2, new Knocked(2)),
                                new Placed<>(4, new Rang(4))),
                        4));
        assertThat(log.after(1, List.of(Rang.class), 10).events()).containsExactly(new Placed<>(4, new Rang(4)));
    }

    @Test
    void a_stretch_ends_where_it_is_full_and_else_at_the_end() throws SQLException {
        append(new Rang(1), new Rang(2), new Shouted(3), new Shouted(4));
        number();
        assertThat(log.after(0, List.of(Rang.class), 1).position()).isEqualTo(1);
        assertThat(log.after(0, List.of(Rang.class), 2).position()).isEqualTo(2);
        assertThat(log.after(2, List.of(Rang.class), 2)).isEqualTo(new Stretch(List.of(), 4));
        assertThat(log.after(Long.MAX_VALUE, List.of(Rang.class), 1).position()).isEqualTo(4);
    }

    @Test
    void what_has_no_position_yet_is_not_there_yet() throws SQLException {
        append(new Rang(1));
        assertThat(log.after(0, List.of(Rang.class), 10)).isEqualTo(new Stretch(List.of(), 0));
    }

    private void append(Event... events) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into outbox (id, type, body) values (nextval('outbox_seq'), ?, ?)")) {
            for (Event event : events) {
                insert.setString(1, event.getClass().getName());
                insert.setString(2, new EventJson().write(event));
                insert.executeUpdate();
            }
        }
    }

    private void number() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sequencer.run(connection);
        }
    }

    private record Rang(int times) implements Event {}

    private record Knocked(int times) implements Event {}

    private record Shouted(int times) implements Event {}
}
