package org.curbside.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.curbside.api.event.Event;
import org.curbside.api.event.EventListener;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private Dispatcher dispatcher;

    @BeforeEach
    void open() throws Exception {
        database.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                var script = Objects.requireNonNull(getClass().getResourceAsStream("/db/outbox/V1__outbox.sql"))) {
            connection.createStatement().execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        dispatcher = new Dispatcher(database);
        dispatcher.close();
    }

    @AfterEach
    void close() throws Exception {
        dispatcher.close();
    }

    @Test
    void a_listener_hears_of_its_kind_only_and_of_everything_once() throws SQLException {
        Ear ear = new Ear("ear");
        dispatcher.addListener(ear);
        append(1, new Rang(1));
        append(2, "org.curbside.Other", "{}");
        append(3, new Rang(2));
        dispatcher.turn();
        dispatcher.turn();
        assertThat(ear.heard).containsExactly(new Rang(1), new Rang(2));
    }

    @Test
    void an_event_that_becomes_visible_late_is_not_missed() throws SQLException {
        Ear ear = new Ear("ear");
        dispatcher.addListener(ear);
        append(8, new Rang(8));
        dispatcher.turn();
        append(7, new Rang(7));
        dispatcher.turn();
        assertThat(ear.heard).containsExactly(new Rang(8), new Rang(7));
    }

    @Test
    void what_could_not_be_handled_comes_again_with_the_same_position() throws SQLException {
        Ear ear = new Ear("ear");
        dispatcher.addListener(ear);
        append(1, new Rang(1));
        append(2, new Rang(2));
        ear.deafTo = new Rang(2);
        dispatcher.turn();
        ear.deafTo = null;
        dispatcher.turn();
        assertThat(ear.heard).containsExactly(new Rang(1), new Rang(1), new Rang(2));
        assertThat(ear.positions).containsExactly(1L, 1L, 2L);
    }

    @Test
    void what_happens_while_a_listener_is_away_waits_for_it() throws SQLException {
        Ear first = new Ear("ear");
        dispatcher.addListener(first);
        append(1, new Rang(1));
        dispatcher.turn();
        dispatcher.removeListener(first);
        append(2, new Rang(2));
        dispatcher.turn();
        Ear second = new Ear("ear");
        dispatcher.addListener(second);
        dispatcher.turn();
        assertThat(second.heard).containsExactly(new Rang(2));
    }

    @Test
    void nothing_is_written_for_a_listener_that_nothing_waits_for() throws SQLException {
        Ear ear = new Ear("ear");
        dispatcher.addListener(ear);
        append(1, "org.curbside.Other", "{}");
        dispatcher.turn();
        dispatcher.turn();
        assertThat(position("ear")).isZero();
        append(2, new Rang(2));
        dispatcher.turn();
        assertThat(ear.heard).containsExactly(new Rang(2));
        assertThat(position("ear")).isEqualTo(2);
    }

    @Test
    void what_a_sealed_kind_permits_is_heard_in_one_order() throws SQLException {
        List<Bell> heard = new ArrayList<>();
        dispatcher.addListener(new EventListener<Bell>() {
            @Override
            public String name() {
                return "ear";
            }

            @Override
            public Class<Bell> type() {
                return Bell.class;
            }

            @Override
            public void on(long position, Bell event) {
                heard.add(event);
            }
        });
        append(1, new Rang(1));
        append(2, Stopped.class.getName(), new EventJson().write(new Stopped(1)));
        append(3, "org.curbside.Other", "{}");
        append(4, new Rang(2));
        assertThat(dispatcher.waiting()).isEqualTo(3);
        dispatcher.turn();
        assertThat(heard).containsExactly(new Rang(1), new Stopped(1), new Rang(2));
        assertThat(dispatcher.waiting()).isZero();
    }

    private long position(String listener) throws SQLException {
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement("select position from outbox_listener where name = ?")) {
            query.setString(1, listener);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private void append(long id, Rang event) throws SQLException {
        append(id, Rang.class.getName(), new EventJson().write(event));
    }

    private void append(long id, String type, String body) throws SQLException {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("insert into outbox (id, type, body) values (?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, type);
            insert.setString(3, body);
            insert.executeUpdate();
        }
    }

    sealed interface Bell extends Event permits Rang, Stopped {}

    record Rang(int bell) implements Bell {}

    record Stopped(int bell) implements Bell {}

    private static final class Ear implements EventListener<Rang> {
        private final String name;
        private final List<Rang> heard = new ArrayList<>();
        private final List<Long> positions = new ArrayList<>();
        private @Nullable Rang deafTo;

        Ear(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Class<Rang> type() {
            return Rang.class;
        }

        @Override
        public void on(long position, Rang event) {
            if (event.equals(deafTo)) {
                throw new IllegalStateException("deaf");
            }
            heard.add(event);
            positions.add(position);
        }
    }
}
