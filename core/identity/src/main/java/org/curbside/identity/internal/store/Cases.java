package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.curbside.api.identity.CaseState;

/** Licence cases as rows. */
public final class Cases {

    private final Books books;

    /** In the desk's database. */
    public Cases(Books books) {
        this.books = books;
    }

    /**
     * Opens a case, unless one for the same number is still open or proven.
     *
     * @return its number, or empty
     */
    public Optional<Long> open(CaseRow row, LocalDate today) {
        return books.inTransaction(connection -> {
            if (claimed(connection, row, today)) {
                return Optional.empty();
            }
            long id = Books.query(connection, found -> found.getLong(1), "select nextval('licence_case_seq')")
                    .get(0);
            Books.update(
                    connection,
                    "insert into licence_case values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    row.keyDigest(),
                    row.registry(),
                    row.number(),
                    row.claimed(),
                    row.state().name(),
                    row.reason(),
                    row.evidence(),
                    row.specialty(),
                    String.join("\n", row.address()),
                    0,
                    row.opened().toString(),
                    row.expires().toString());
            return Optional.of(id);
        });
    }

    /** The case that a key belongs to. */
    public Optional<CaseRow> find(String keyDigest) {
        return books.first(Cases::read, "select * from licence_case where key_digest = ?", keyDigest);
    }

    /** Cases in a state, oldest first. */
    public List<CaseRow> in(CaseState state) {
        return books.query(Cases::read, "select * from licence_case where state = ? order by id", state.name());
    }

    /** Counts one more attempt at the code. */
    public void tried(long id) {
        books.update("update licence_case set attempts = attempts + 1 where id = ?", id);
    }

    /** Moves a case on, if it is in the state that it is expected in. */
    public boolean move(long id, CaseState from, CaseState to, String reason, LocalDate expires) {
        return books.update(
                        "update licence_case set state = ?, reason = ?, expires = ? where id = ? and state = ?",
                        to.name(),
                        reason,
                        expires.toString(),
                        id,
                        from.name())
                == 1;
    }

    private static boolean claimed(Connection connection, CaseRow row, LocalDate today) throws SQLException {
        return !Books.query(
                        connection,
                        found -> found.getLong(1),
                        "select id from licence_case where registry = ? and number = ?"
                                + " and (state in ('REVIEW', 'PROVEN') or state = 'LETTER' and expires >= ?)",
                        row.registry(),
                        row.number(),
                        today.toString())
                .isEmpty();
    }

    private static CaseRow read(ResultSet row) throws SQLException {
        String address = row.getString("address");
        return new CaseRow(
                row.getLong("id"),
                row.getString("key_digest"),
                row.getString("registry"),
                row.getString("number"),
                row.getString("claimed"),
                CaseState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("specialty"),
                address.isEmpty() ? List.of() : List.of(address.split("\n", -1)),
                row.getInt("attempts"),
                LocalDate.parse(row.getString("opened")),
                LocalDate.parse(row.getString("expires")));
    }

    /**
     * A case as it is kept.
     *
     * @param number the registry's, such as an NPI
     * @param specialty the code of the specialty that a credential will name
     * @param expires the last day on which the letter's code is taken
     */
    public record CaseRow(
            long id,
            String keyDigest,
            String registry,
            String number,
            String claimed,
            CaseState state,
            String reason,
            String evidence,
            String specialty,
            List<String> address,
            int attempts,
            LocalDate opened,
            LocalDate expires) {}
}
