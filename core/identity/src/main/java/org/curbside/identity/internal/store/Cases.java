package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.curbside.api.identity.CaseState;
import org.curbside.spi.verification.Claim;

/**
 * Licence cases as rows. The column {@code live} holds the licence while its case is open or proven and nothing afterwards;
 * it is unique, so that of two claims at the same moment one is refused.
 */
public final class Cases {

    /** SQL standard: unique violation, as H2 and PostgreSQL report it. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final Books books;

    /** In the desk's database. */
    public Cases(Books books) {
        this.books = books;
    }

    /** Opens a case and tells its number, unless another for the same licence is open or proven. */
    public Optional<Long> open(CaseRow row, LocalDate today) {
        return books.inTransaction(connection -> {
            Books.update(
                    connection,
                    "update licence_case set live = null where live = ? and state = 'LETTER' and expires < ?",
                    licence(row),
                    today.toString());
            long id = Books.query(connection, found -> found.getLong(1), "select nextval('licence_case_seq')")
                    .get(0);
            try {
                insert(connection, id, row);
                return Optional.of(id);
            } catch (SQLException e) {
                if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
                connection.rollback();
                return Optional.empty();
            }
        });
    }

    /** The case that a key belongs to. */
    public Optional<CaseRow> find(String keyDigest) {
        return books.first(Cases::read, "select * from licence_case where key_digest = ?", keyDigest);
    }

    /** The case with that number. */
    public Optional<CaseRow> find(long id) {
        return books.first(Cases::read, "select * from licence_case where id = ?", id);
    }

    /** Cases in a state, oldest first. */
    public List<CaseRow> in(CaseState state) {
        return books.query(Cases::read, "select * from licence_case where state = ? order by id", state.name());
    }

    /** How many cases that are open or proven were looked up in a registry. */
    public long live(String registry) {
        return books.first(
                        found -> found.getLong(1),
                        "select count(*) from licence_case where registry = ? and live is not null",
                        registry)
                .orElse(0L);
    }

    /** Takes one of the attempts at the code before it is looked at, so that many at once are no more than that. */
    public boolean attempt(long id, int most) {
        return books.update("update licence_case set attempts = attempts + 1 where id = ? and attempts < ?", id, most)
                == 1;
    }

    /** The code was right; false if the case was moved on meanwhile. */
    public boolean prove(long id) {
        return books.update(
                        "update licence_case set state = 'PROVEN', proven = true where id = ? and state = 'LETTER'", id)
                == 1;
    }

    /** A person has decided for the claim, for what the registries said until now; the attempts begin anew. */
    public boolean approve(long id, String reason, LocalDate expires) {
        return books.update(
                        "update licence_case set state = case when proven then 'PROVEN' else 'LETTER' end,"
                                + " approved = reason, attempts = 0, reason = ?, expires = ?"
                                + " where id = ? and state = 'REVIEW'",
                        reason,
                        expires.toString(),
                        id)
                == 1;
    }

    /** A person has decided against the claim or ends the case; the licence can be claimed again. */
    public boolean refuse(long id, CaseState from, String reason) {
        return books.update(
                        "update licence_case set state = 'REFUSED', live = null, reason = ? where id = ? and state = ?",
                        reason,
                        id,
                        from.name())
                == 1;
    }

    /** The registries are not clear any more about a licence that was proven. */
    public boolean review(long id, String reason, String evidence) {
        return books.update(
                        "update licence_case set state = 'REVIEW', reason = ?, evidence = ?"
                                + " where id = ? and state = 'PROVEN'",
                        reason,
                        evidence,
                        id)
                == 1;
    }

    /** The registries were asked in this epoch, and a credential is issued. */
    public void issued(long id, String epoch) {
        books.update("update licence_case set issued = ? where id = ?", epoch, id);
    }

    private static void insert(Connection connection, long id, CaseRow row) throws SQLException {
        Books.update(
                connection,
                "insert into licence_case (id, key_digest, live, registry, number, given_name, family_name,"
                        + " licence_number, licence_state, state, reason, evidence, specialty, address, attempts,"
                        + " proven, approved, issued, opened, expires, country)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                row.keyDigest(),
                licence(row),
                row.registry(),
                row.claim().npi(),
                row.claim().givenName(),
                row.claim().familyName(),
                row.claim().licenceNumber(),
                row.claim().licenceState(),
                row.state().name(),
                row.reason(),
                row.evidence(),
                row.specialty(),
                String.join("\n", row.address()),
                row.attempts(),
                row.proven(),
                row.approved(),
                row.issued(),
                row.opened().toString(),
                row.expires().toString(),
                row.claim().country());
    }

    private static String licence(CaseRow row) {
        return row.registry() + " " + row.claim().npi();
    }

    private static CaseRow read(ResultSet row) throws SQLException {
        String address = row.getString("address");
        return new CaseRow(
                row.getLong("id"),
                row.getString("key_digest"),
                row.getString("registry"),
                new Claim(
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getString("number"),
                        row.getString("licence_number"),
                        row.getString("licence_state"),
                        row.getString("country")),
                CaseState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("specialty"),
                address.isEmpty() ? List.of() : List.of(address.split("\n", -1)),
                row.getInt("attempts"),
                row.getBoolean("proven"),
                row.getString("approved"),
                row.getString("issued"),
                LocalDate.parse(row.getString("opened")),
                LocalDate.parse(row.getString("expires")));
    }
}
