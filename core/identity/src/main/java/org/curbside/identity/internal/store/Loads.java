package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far the loads of registry files have come. */
public final class Loads {

    private final Books books;

    /** In the desk's database. */
    public Loads(Books books) {
        this.books = books;
    }

    /** What is known of a file. */
    public Optional<Done> find(String registry, String file) {
        Map<String, Long> reasons = new TreeMap<>();
        books.query(
                row -> reasons.put(row.getString(1), row.getLong(2)),
                "select reason, row_count from registry_reject where registry = ? and file = ?",
                registry,
                file);
        return books.first(
                row -> new Done(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getBoolean(5), reasons),
                "select row_count, stored, rejected, reject_bytes, finished from registry_load"
                        + " where registry = ? and file = ?",
                registry,
                file);
    }

    /** The ids of all registries that anything was loaded of, sorted; the add-on may be away. */
    public List<String> registries() {
        return books.query(row -> row.getString(1), "select distinct registry from registry_load order by registry");
    }

    /** The day on which the newest of a registry's files was first read. */
    public LocalDate newest(String registry) {
        return LocalDate.parse(books.first(
                        row -> row.getString(1), "select max(started) from registry_load where registry = ?", registry)
                .orElseThrow());
    }

    /** Notes how far a load has come, in the transaction that stores its rows. */
    public static void note(Connection connection, String registry, String file, Done done, LocalDate today)
            throws SQLException {
        int known = Books.update(
                connection,
                "update registry_load set row_count = ?, stored = ?, rejected = ?, reject_bytes = ?, finished = ?"
                        + " where registry = ? and file = ?",
                done.rows(),
                done.stored(),
                done.rejected(),
                done.rejectBytes(),
                done.finished(),
                registry,
                file);
        if (known == 0) {
            Books.update(
                    connection,
                    "insert into registry_load"
                            + " (registry, file, row_count, stored, rejected, reject_bytes, finished, started)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    registry,
                    file,
                    done.rows(),
                    done.stored(),
                    done.rejected(),
                    done.rejectBytes(),
                    done.finished(),
                    today.toString());
        }
        noteReasons(connection, registry, file, done.reasons());
    }

    private static void noteReasons(Connection connection, String registry, String file, Map<String, Long> reasons)
            throws SQLException {
        Books.update(connection, "delete from registry_reject where registry = ? and file = ?", registry, file);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into registry_reject (registry, file, reason, row_count) values (?, ?, ?, ?)")) {
            for (Map.Entry<String, Long> reason : reasons.entrySet()) {
                insert.setString(1, registry);
                insert.setString(2, file);
                insert.setString(3, reason.getKey());
                insert.setLong(4, reason.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Rows read, and what became of them.
     *
     * @param rejectBytes the length of the file of rejects
     * @param reasons how many were rejected for which reason
     */
    public record Done(
            long rows, long stored, long rejected, long rejectBytes, boolean finished, Map<String, Long> reasons) {

        /** Nothing yet. */
        public static final Done NOTHING = new Done(0, 0, 0, 0, false, Map.of());

        /** Takes a copy of the map. */
        public Done {
            reasons = Map.copyOf(reasons);
        }

        /** The same with another length of the file of rejects. */
        public Done withRejectBytes(long length) {
            return new Done(rows, stored, rejected, length, finished, reasons);
        }
    }
}
