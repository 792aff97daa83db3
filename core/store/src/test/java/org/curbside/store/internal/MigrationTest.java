package org.curbside.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.Thread.State;
import java.net.URL;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class MigrationTest {

    private final DataSource database = inMemory();

    @Test
    void runs_each_script_once() throws SQLException {
        assertThat(migration("ledger", "V1__init.sql").run(database)).isEqualTo(1);
        assertThat(migration("ledger", "V1__init.sql", "V2__opened.sql").run(database))
                .isEqualTo(1);
        assertThat(migration("ledger", "V1__init.sql", "V2__opened.sql").run(database))
                .isZero();
        assertThat(notes()).isEqualTo("opened");
    }

    @Test
    void slices_in_one_database_have_histories_of_their_own() throws SQLException {
        migration("ledger", "V1__init.sql").run(database);

        assertThat(migration("other", "V2__opened.sql").run(database)).isEqualTo(1);
    }

    @Test
    void refuses_a_script_that_fails() {
        assertThatThrownBy(() -> migration("ledger", "V2__opened.sql").run(database))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("V2__opened.sql");
    }

    @Test
    void asks_for_the_scripts_of_the_database_at_hand() throws SQLException {
        Migration migration = new Migration("ledger", "test", vendor -> {
            assertThat(vendor).isEqualTo("h2");
            return new Scripts(Stream.of());
        });

        assertThat(migration.run(database)).isZero();
    }

    @Test
    void waits_for_the_scripts_of_another_slice() throws Exception {
        AtomicBoolean other = new AtomicBoolean();
        Thread second = new Thread(() -> runUnchecked(new Migration("second", "test", vendor -> {
            other.set(true);
            return new Scripts(Stream.of());
        })));
        new Migration("first", "test", vendor -> {
                    second.start();
                    while (!Set.of(State.BLOCKED, State.TERMINATED).contains(second.getState())) {
                        Thread.onSpinWait();
                    }
                    assertThat(other).isFalse();
                    return new Scripts(Stream.of());
                })
                .run(database);

        second.join();
        assertThat(other).isTrue();
    }

    private void runUnchecked(Migration migration) {
        try {
            migration.run(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Migration migration(String name, String... files) {
        return new Migration(
                name, "test", vendor -> new Scripts(Stream.of(files).map(MigrationTest::script)));
    }

    private static URL script(String file) {
        return Objects.requireNonNull(MigrationTest.class.getResource("/db/ledger/" + file));
    }

    private String notes() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select note from entry")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static DataSource inMemory() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
