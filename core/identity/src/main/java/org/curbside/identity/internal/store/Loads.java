package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** How far the loads of registry files have come. */
public final class Loads {

    private final Books books;

    /** In the desk's database. */
    public Loads(Books books) {
        this.books = books;
    }

    /** What is known of a file. */
    public Optional<Done> find(String registry, String file) {
        return books.first(
                row -> new Done(row.getLong(1), row.getLong(2), row.getLong(3), row.getBoolean(4)),
                "select row_count, stored, rejected, finished from registry_load where registry = ? and file = ?",
                registry,
                file);
    }

    /** Notes how far a load has come, in the transaction that stores its rows. */
    public static void note(Connection connection, String registry, String file, Done done, LocalDate today)
            throws SQLException {
        int known = Books.update(
                connection,
                "update registry_load set row_count = ?, stored = ?, rejected = ?, finished = ?"
                        + " where registry = ? and file = ?",
                done.rows(),
                done.stored(),
                done.rejected(),
                done.finished(),
                registry,
                file);
        if (known == 0) {
            Books.update(
                    connection,
                    "insert into registry_load (registry, file, row_count, stored, rejected, finished, started)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    registry,
                    file,
                    done.rows(),
                    done.stored(),
                    done.rejected(),
                    done.finished(),
                    today.toString());
        }
    }

    /** Rows read, and what became of them. */
    public record Done(long rows, long stored, long rejected, boolean finished) {
        /** Nothing yet. */
        public static final Done NOTHING = new Done(0, 0, 0, false);
    }
}
