package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which ways of showing possession were begun in a case. */
public final class Ways {

    /** When that expires of which a call has come to nothing. */
    public static final LocalDate NOT_REACHED = LocalDate.EPOCH;

    private static final String NEVER = "";

    private final Books books;

    /** In the desk's database. */
    public Ways(Books books) {
        this.books = books;
    }

    /**
     * A way that was begun.
     *
     * @param begun how often
     * @param expires the last day on which it can be gone to its end; empty while it is only being begun
     * @param waits whether an operator has to call first
     */
    public record Way(String id, int begun, Optional<LocalDate> expires, boolean waits) {

        /** Whether what it brought is still taken. */
        public boolean isOpen(LocalDate today) {
            return !waits && expires.filter(day -> !today.isAfter(day)).isPresent();
        }
    }

    /** Those of a case. */
    public List<Way> of(long id) {
        return books.inTransaction(connection -> read(connection, id));
    }

    private static List<Way> read(Connection connection, long id) throws SQLException {
        return Books.query(
                connection,
                row -> new Way(
                        row.getString("way"),
                        row.getInt("begun"),
                        Optional.of(row.getString("expires"))
                                .filter(day -> !day.equals(NEVER))
                                .map(LocalDate::parse),
                        row.getBoolean("waits")),
                "select way, begun, expires, waits from case_way where case_id = ? order by way",
                id);
    }

    /**
     * Begins a way once more, if the case waits for possession to be shown, nobody has to be called in this way, and it was begun
     * less often than that. What it brought before is taken no longer, unless this is undone.
     *
     * @return how often it was begun with this
     */
    public Optional<Integer> begin(CaseRow row, String way, int most) {
        return books.inTransaction(connection -> {
            if (!holds(connection, row.id())) {
                return Optional.empty();
            }
            Optional<Way> before = read(connection, row.id()).stream()
                    .filter(found -> found.id().equals(way))
                    .findFirst();
            int begun = before.map(Way::begun).orElse(0);
            if (begun >= most || before.filter(Way::waits).isPresent()) {
                return Optional.empty();
            }
            int changed = Books.update(
                    connection, "update case_way set begun = begun + 1 where case_id = ? and way = ?", row.id(), way);
            if (changed == 0) {
                Books.update(
                        connection,
                        "insert into case_way (case_id, way, begun, expires, waits) values (?, ?, 1, ?, false)",
                        row.id(),
                        way,
                        NEVER);
            }
            return Optional.of(begun + 1);
        });
    }

    /** It could not be begun, which counts for nothing. */
    public void undo(CaseRow row, String way, int begun) {
        books.update(
                "update case_way set begun = begun - 1 where case_id = ? and way = ? and begun = ?",
                row.id(),
                way,
                begun);
    }

    /** It is on its way, and taken until then; the attempts at codes begin anew, and the case stays open as long. */
    public void open(CaseRow row, String way, int begun, LocalDate expires, boolean waits) {
        books.inTransaction(connection -> {
            int changed = Books.update(
                    connection,
                    "update case_way set expires = ?, waits = ? where case_id = ? and way = ? and begun = ?",
                    expires.toString(),
                    waits,
                    row.id(),
                    way,
                    begun);
            if (changed == 1) {
                Books.update(connection, "update licence_case set attempts = 0 where id = ?", row.id());
                stayOpen(connection, row.id(), expires);
            }
            return changed;
        });
    }

    /** Cases that an operator has to call, after that number. */
    public List<CaseRow> waiting(long after, int limit) {
        return books.query(
                Cases::read,
                "select c.* from licence_case c join case_way w on w.case_id = c.id"
                        + " where w.waits = true and c.state = 'LETTER' and c.id > ?"
                        + " order by c.id fetch first ? rows only",
                after,
                limit);
    }

    /** An operator has called; false if somebody did before. */
    public boolean called(CaseRow row, String way, LocalDate expires, Step step) {
        return books.inTransaction(connection -> {
            int changed = Books.update(
                    connection,
                    "update case_way set waits = false, expires = ? where case_id = ? and way = ? and waits = true",
                    expires.toString(),
                    row.id(),
                    way);
            if (changed == 1) {
                stayOpen(connection, row.id(), expires);
                step.write(connection, row.id(), row.since());
            }
            return changed == 1;
        });
    }

    private static void stayOpen(Connection connection, long id, LocalDate until) throws SQLException {
        Books.update(
                connection,
                "update licence_case set expires = ? where id = ? and expires < ?",
                until.toString(),
                id,
                until.toString());
    }

    static void forget(Connection connection, long id) throws SQLException {
        Books.update(connection, "delete from case_way where case_id = ?", id);
    }

    private static boolean holds(Connection connection, long id) throws SQLException {
        return Books.update(
                        connection, "update licence_case set attempts = attempts where id = ? and state = 'LETTER'", id)
                == 1;
    }
}
