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

    /** The load of a file that was begun, unless it has to begin anew: because a later full load has removed what it brought, or
     * because it is older than what is noted of loads now. */
    public Optional<Load> open(String registry, String file) {
        return books.first(
                        row -> new Load(
                                row.getInt(1), row.getBoolean(2), LocalDate.parse(row.getString(3)), Done.NOTHING),
                        "select load_no, complete, as_of from registry_load l where registry = ? and file = ? and load_no > 0"
                                + " and not (finished and complete and exists (select 1 from registry_load n where"
                                + " n.registry = l.registry and n.load_no > l.load_no and n.complete and n.finished))",
                        registry,
                        file)
                .map(load -> new Load(
                        load.number(),
                        load.full(),
                        load.asOf(),
                        find(registry, file).orElse(Done.NOTHING)));
    }

    /** Begins a load of a file; an earlier one of the same file is forgotten. */
    public Load begin(String registry, String file, boolean full, LocalDate asOf, LocalDate today) {
        return books.inTransaction(connection -> {
            Books.update(connection, "delete from registry_reject where registry = ? and file = ?", registry, file);
            Books.update(connection, "delete from registry_load where registry = ? and file = ?", registry, file);
            int number = 1
                    + Books.query(
                                    connection,
                                    row -> row.getInt(1),
                                    "select coalesce(max(load_no), 0) from registry_load where registry = ?",
                                    registry)
                            .get(0);
            Books.update(
                    connection,
                    "insert into registry_load (registry, file, row_count, stored, rejected, reject_bytes, finished,"
                            + " started, load_no, complete, as_of) values (?, ?, 0, 0, 0, 0, ?, ?, ?, ?, ?)",
                    registry,
                    file,
                    false,
                    today.toString(),
                    number,
                    full,
                    asOf.toString());
            return new Load(number, full, asOf, Done.NOTHING);
        });
    }

    /** The last day on which a registry was right, by what was loaded to the end; nothing if nothing was. */
    public Optional<LocalDate> asOf(String registry) {
        return books.first(
                        row -> Optional.ofNullable(row.getString(1)),
                        "select max(as_of) from registry_load where registry = ? and finished",
                        registry)
                .flatMap(found -> found)
                .map(LocalDate::parse);
    }

    /** The ids of all registries that anything was loaded of, sorted; the add-on may be away. */
    public List<String> registries() {
        return books.query(row -> row.getString(1), "select distinct registry from registry_load order by registry");
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
                            + " (registry, file, row_count, stored, rejected, reject_bytes, finished, started, as_of)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    registry,
                    file,
                    done.rows(),
                    done.stored(),
                    done.rejected(),
                    done.rejectBytes(),
                    done.finished(),
                    today.toString(),
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

    /**
     * One load of one file.
     *
     * @param number counts the loads of a registry; what a later one has brought stays
     * @param full whether what it does not bring is removed at its end
     * @param asOf the day on which the source was right
     */
    public record Load(int number, boolean full, LocalDate asOf, Done done) {}
}
