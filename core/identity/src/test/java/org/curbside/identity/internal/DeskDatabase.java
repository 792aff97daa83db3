package org.curbside.identity.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh desk's database made by the real script: H2 in memory, or a schema of its own in the PostgreSQL database that the
 * environment variable {@code CURBSIDE_TEST_POSTGRES} names by its JDBC URL.
 */
public final class DeskDatabase {

    private static final List<String> SCRIPTS = List.of(
            "V1__desk.sql",
            "V2__issuer_keys.sql",
            "V3__registries.sql",
            "V4__proofs.sql",
            "V5__groups.sql",
            "V6__ways.sql",
            "V7__pending.sql",
            "V8__letters.sql",
            "V9__rechecks.sql");

    private DeskDatabase() {}

    /** Opens one. */
    public static DataSource fresh() throws SQLException, IOException {
        String postgres = System.getenv("CURBSIDE_TEST_POSTGRES");
        DataSource database = postgres == null ? h2() : postgres(postgres);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : SCRIPTS) {
                statement.execute(script(name));
            }
        }
        return database;
    }

    /** A step from one version of it to the next. */
    static String script(String name) throws IOException {
        try (InputStream script =
                Objects.requireNonNull(DeskDatabase.class.getResourceAsStream("/db/identity/" + name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static DataSource h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    private static DataSource postgres(String url) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(url);
        database.setReWriteBatchedInserts(true);
        String schema = "desk_" + System.nanoTime();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        }
        database.setCurrentSchema(schema);
        return database;
    }
}
