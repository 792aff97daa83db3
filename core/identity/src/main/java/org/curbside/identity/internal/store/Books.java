package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The desk's database. Plain SQL: a registry is millions of rows that no object is ever made of. */
@Component(service = Books.class)
public final class Books {

    private final DataSource database;

    /** Uses the data source {@code desk}, once its schema is up to date. */
    @Activate
    public Books(@Reference(target = "(&(dataSourceName=desk)(curbside.migrated=identity))") DataSource database) {
        this.database = database;
    }

    /** Does some work in one transaction; on disk when this returns. */
    public <T> T inTransaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The licence desk's database refused", e);
        }
    }

    /** Changes rows and returns how many. */
    public int update(String sql, Object... values) {
        return inTransaction(connection -> update(connection, sql, values));
    }

    /** Changes rows in a running transaction and returns how many. */
    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Reads rows. */
    public <T> List<T> query(RowReader<T> reader, String sql, Object... values) {
        return inTransaction(connection -> query(connection, reader, sql, values));
    }

    /** Reads rows in a running transaction. */
    public static <T> List<T> query(Connection connection, RowReader<T> reader, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        }
    }

    /** Reads the first row, if there is one. */
    public <T> Optional<T> first(RowReader<T> reader, String sql, Object... values) {
        return query(reader, sql, values).stream().findFirst();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Something done in a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T run(Connection connection) throws SQLException;
    }

    /** Makes a record of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Reads the row that the cursor is at. */
        T read(ResultSet row) throws SQLException;
    }
}
