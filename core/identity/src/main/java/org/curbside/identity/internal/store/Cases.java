package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.curbside.api.identity.CaseFile.Document;
import org.curbside.api.identity.CaseFile.Proposal;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.RegistryWord;
import org.curbside.spi.verification.Claim;

/**
 * Licence cases as rows. The column {@code live} holds the licence of a case in which it was shown to be the claimant's, until
 * that case ends; it is unique, so that a licence is one person's. Cases that wait hold nothing.
 */
public final class Cases {

    /** SQL standard: unique violation, as H2 and PostgreSQL report it. */
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String SUPERSEDED =
            "This licence was shown anew to be somebody's, in another case. If that was not you,"
                    + " tell the operator at once.";

    private final Books books;

    /** In the desk's database. */
    public Cases(Books books) {
        this.books = books;
    }

    /** Opens a case and tells its number. Whether there are others for the same licence makes no difference that could be seen. */
    public long open(CaseRow row, List<RegistryWord> words, LocalDate today) {
        return books.inTransaction(connection -> {
            long id = Books.query(connection, found -> found.getLong(1), "select nextval('licence_case_seq')")
                    .get(0);
            boolean letter = row.state() == CaseState.LETTER && !row.address().isEmpty();
            LicenceLetters.Share share = letter
                    ? LicenceLetters.share(connection, id, row, today, row.expires())
                    : LicenceLetters.Share.NONE;
            insert(connection, id, row, share);
            Words.write(connection, id, words);
            return id;
        });
    }

    /** What the codes are made of that open any case of a licence at present. */
    public List<String> openLetters(CaseRow row, LocalDate today) {
        return books.inTransaction(connection -> LicenceLetters.open(connection, row, today));
    }

    /** The case that a key belongs to. */
    public Optional<CaseRow> find(String keyDigest) {
        return books.first(Cases::read, "select * from licence_case where key_digest = ?", keyDigest);
    }

    /** The case with that number. */
    public Optional<CaseRow> find(long id) {
        return books.first(Cases::read, "select * from licence_case where id = ?", id);
    }

    /** Cases in a state after that number, oldest first. */
    public List<CaseRow> in(CaseState state, long after, int limit) {
        return books.query(
                Cases::read,
                "select * from licence_case where state = ? and id > ? order by id fetch first ? rows only",
                state.name(),
                after,
                limit);
    }

    /** Cases with that code that wait to be shown. */
    public List<CaseRow> ofColleague(String colleagueCode) {
        return books.query(
                Cases::read, "select * from licence_case where colleague_code = ? and state = 'LETTER'", colleagueCode);
    }

    /** Cases that were proven, lapsed or not, after that number. */
    public List<CaseRow> proven(long after, int limit) {
        return books.query(
                Cases::read,
                "select * from licence_case where state in ('PROVEN', 'LAPSED') and id > ?"
                        + " order by id fetch first ? rows only",
                after,
                limit);
    }

    /** Cases whose letter can still be answered, after that number, oldest first. */
    public List<CaseRow> letters(long after, int limit, LocalDate today) {
        return books.query(
                Cases::read,
                "select * from licence_case where state = 'LETTER' and batch >= 0 and letter in"
                        + " (select letter from licence_letter where expires >= ?) and id > ? order by id fetch first ? rows only",
                today.toString(),
                after,
                limit);
    }

    /** Those of a batch whose letter can still be answered; of batch 0, those that are not printed yet. */
    public List<CaseRow> batch(long batch, long after, int limit, LocalDate today) {
        return books.query(
                Cases::read,
                "select * from licence_case where batch = ? and id > ? and state = 'LETTER' and letter in"
                        + " (select letter from licence_letter where expires >= ?) order by id fetch first ? rows only",
                batch,
                after,
                today.toString(),
                limit);
    }

    /** The cases of a licence, the newest first. */
    public List<CaseRow> of(String number) {
        return books.query(
                Cases::read,
                "select * from licence_case where number = ? order by id desc fetch first 100 rows only",
                number);
    }

    /** How many cases there are in each state. */
    public Map<CaseState, Long> counts() {
        Map<CaseState, Long> counts = new EnumMap<>(CaseState.class);
        books.query(
                row -> counts.put(CaseState.valueOf(row.getString(1)), row.getLong(2)),
                "select state, count(*) from licence_case group by state");
        return counts;
    }

    /** How many cases have waited for a person since which day. */
    public Map<LocalDate, Long> waiting() {
        Map<LocalDate, Long> waiting = new TreeMap<>();
        books.query(
                row -> waiting.put(LocalDate.parse(row.getString(1)), row.getLong(2)),
                "select since, count(*) from licence_case where state = 'REVIEW' group by since");
        return waiting;
    }

    /** How many cases that are open or proven were looked up in a registry. */
    public long living(String registry, LocalDate today) {
        return books.first(
                        found -> found.getLong(1),
                        "select count(*) from licence_case where registry = ? and (state in ('REVIEW', 'PROVEN', 'LAPSED')"
                                + " or (state = 'LETTER' and expires >= ?))",
                        registry,
                        today.toString())
                .orElse(0L);
    }

    /** Takes one of the attempts at the code before it is looked at, so that many at once are no more than that. */
    public boolean attempt(long id, int most) {
        return books.update("update licence_case set attempts = attempts + 1 where id = ? and attempts < ?", id, most)
                == 1;
    }

    /** What comes of it when possession was shown. */
    public enum Shown {
        /** The licence is held by this case now. */
        HELD,
        /** The case was moved on meanwhile. */
        MOVED_ON,
        /** It was shown in another case before, and what was shown now does not outweigh that. */
        HELD_BY_ANOTHER
    }

    /**
     * The licence was shown to be the claimant's. Where they are reached has served its purpose.
     *
     * @param by what brought the code, or the way in which it was shown
     * @param outweighs whether it ends another case in which that was shown before
     */
    public Shown prove(CaseRow row, String by, boolean outweighs, Sealing sealing, LocalDate today) {
        return books.inTransaction(connection -> {
            try {
                return prove(connection, row.id(), by, outweighs, sealing, today);
            } catch (SQLException e) {
                if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
                connection.rollback();
                return Shown.MOVED_ON;
            }
        });
    }

    static Shown prove(Connection connection, long id, String by, boolean outweighs, Sealing sealing, LocalDate today)
            throws SQLException {
        List<CaseRow> waiting = Books.query(
                connection, Cases::read, "select * from licence_case where id = ? and state = 'LETTER' for update", id);
        if (waiting.isEmpty()) {
            return Shown.MOVED_ON;
        }
        CaseRow row = waiting.get(0);
        String licence = row.registry() + " " + row.claim().npi();
        List<CaseRow> holders =
                Books.query(connection, Cases::read, "select * from licence_case where live = ?", licence);
        if (!holders.isEmpty() && !outweighs) {
            return Shown.HELD_BY_ANOTHER;
        }
        for (CaseRow holder : holders) {
            supersede(connection, holder, id, sealing, today);
        }
        Books.update(
                connection,
                "update licence_case set state = 'PROVEN', proven = true, proven_by = ?, live = ?, address = '',"
                        + " telephone = '', since = ? where id = ?",
                by,
                licence,
                today.toString(),
                id);
        LicenceLetters.served(connection, row);
        seal(connection, id, sealing, today);
        return Shown.HELD;
    }

    private static void supersede(Connection connection, CaseRow holder, long by, Sealing sealing, LocalDate today)
            throws SQLException {
        Books.update(
                connection,
                "update licence_case set state = 'REFUSED', live = null, address = '', telephone = '', reason = ?,"
                        + " proposed_by = '', since = ? where id = ?",
                SUPERSEDED,
                today.toString(),
                holder.id());
        seal(connection, holder.id(), sealing, today);
        new Step(CaseStep.Act.SUPERSEDED, "", "In case " + by + ".", today)
                .write(connection, holder.id(), holder.since());
    }

    /**
     * Puts an HMAC in the place of what the registries said, or keeps the one that is there when there is nothing new; a picture
     * of a document, and what was begun to show possession, is gone.
     */
    static void seal(Connection connection, long id, Sealing sealing, LocalDate today) throws SQLException {
        Documents.forget(connection, id);
        Ways.forget(connection, id);
        List<RegistryWord> words = Words.read(connection, id);
        if (!words.isEmpty()) {
            Books.update(
                    connection,
                    "update licence_case set evidence = ?, judged = ? where id = ?",
                    sealing.seal(id, words),
                    today.toString(),
                    id);
            Words.forget(connection, id);
        }
    }

    /** Another letter is asked for, to that address; false if the case was moved on, or one was asked for already. */
    public boolean anotherLetter(CaseRow row, List<String> address, LocalDate today, LocalDate expires) {
        return books.inTransaction(connection -> {
            LicenceLetters.Share share = LicenceLetters.share(connection, row.id(), row, today, expires);
            return Books.update(
                            connection,
                            "update licence_case set letters = letters + 1, attempts = 0, letter = ?, batch = ?, address = ?,"
                                    + " expires = ? where id = ? and state = 'LETTER' and letters = ?",
                            share.letter(),
                            share.batch(),
                            String.join("\n", address),
                            expires.toString(),
                            row.id(),
                            row.letters())
                    == 1;
        });
    }

    /** The registries were asked in this epoch, and a credential is issued. */
    public void issued(long id, String epoch) {
        books.update("update licence_case set issued = ? where id = ?", epoch, id);
    }

    private static void insert(Connection connection, long id, CaseRow row, LicenceLetters.Share share)
            throws SQLException {
        Books.update(
                connection,
                "insert into licence_case (id, key_digest, letter, batch, registry, number, given_name, family_name,"
                        + " licence_number, licence_state, state, reason, evidence, specialty, address, attempts,"
                        + " proven, approved, issued, opened, expires, since, colleague_code, country, telephone)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                row.keyDigest(),
                share.letter(),
                share.batch(),
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
                row.since().toString(),
                row.colleagueCode(),
                row.claim().country(),
                row.telephone());
    }

    static CaseRow read(ResultSet row) throws SQLException {
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
                row.getString("judged"),
                row.getString("specialty"),
                address.isEmpty() ? List.of() : List.of(address.split("\n", -1)),
                row.getInt("attempts"),
                row.getBoolean("proven"),
                row.getString("approved"),
                row.getString("issued"),
                LocalDate.parse(row.getString("opened")),
                LocalDate.parse(row.getString("expires")),
                LocalDate.parse(row.getString("since")),
                proposal(row),
                row.getLong("batch"),
                row.getInt("letters"),
                row.getString("colleague_code"),
                document(row),
                row.getInt("documents"),
                row.getString("telephone"),
                row.getString("letter"));
    }

    private static Optional<Document> document(ResultSet row) throws SQLException {
        String sent = row.getString("document_on");
        return sent.isEmpty()
                ? Optional.empty()
                : Optional.of(new Document(LocalDate.parse(sent), row.getString("document_by")));
    }

    private static Optional<Proposal> proposal(ResultSet row) throws SQLException {
        String operator = row.getString("proposed_by");
        return operator.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proposal(
                        operator, row.getString("proposed_reason"), LocalDate.parse(row.getString("proposed_on"))));
    }

    /** Makes an HMAC of what the registries said of a case. */
    @FunctionalInterface
    public interface Sealing {
        /** Makes it. */
        String seal(long id, List<RegistryWord> words);
    }
}
