package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * The letters to the holder of a licence, whoever claims it. Cases of a licence share them: whoever has a letter can open any of
 * these cases by its code, so that nobody is kept out by another who claimed the same; and no more than three are on their
 * way at once, so that nobody's letter box is filled. A case that asks for another letter gives up its own, and takes none
 * from other cases.
 */
final class LicenceLetters {

    private static final int MOST = 3;
    private static final int NOT_PRINTED = 0;
    private static final int ANOTHERS = -1;
    private static final String NO_LONGER = "";

    private LicenceLetters() {}

    /**
     * Of which letter a case makes use.
     *
     * @param letter what its code is made of
     * @param batch 0 if it has to be printed, -1 if it is another case's
     */
    record Share(String letter, long batch) {

        static final Share NONE = new Share("", ANOTHERS);
    }

    private record Sent(String letter, long caseId, boolean printed) {}

    /** For a case that needs one now; claims of one licence wait for each other here. */
    static Share share(Connection connection, long id, CaseRow row, LocalDate today, LocalDate expires)
            throws SQLException {
        Books.query(
                connection,
                found -> found.getString(1),
                "select number from registry_entry where registry = ? and number = ? for update",
                row.registry(),
                row.claim().npi());
        List<Sent> sent = Books.query(
                connection,
                found -> new Sent(found.getString(1), found.getLong(2), found.getLong(3) != NOT_PRINTED),
                "select l.letter, l.case_id, case when c.letter = l.letter then c.batch else 1 end"
                        + " from licence_letter l join licence_case c on c.id = l.case_id where l.registry = ? and l.number = ? and l.expires >= ? order by l.expires desc, l.case_id desc",
                row.registry(),
                row.claim().npi(),
                today.toString());
        for (Sent found : sent) {
            if (!found.printed()) {
                return new Share(found.letter(), found.caseId() == id ? NOT_PRINTED : ANOTHERS);
            }
        }
        return sent.size() >= MOST
                ? new Share(sent.get(0).letter(), ANOTHERS)
                : new Share(made(connection, id, row, expires), NOT_PRINTED);
    }

    private static String made(Connection connection, long id, CaseRow row, LocalDate expires) throws SQLException {
        int before = Books.query(
                        connection,
                        found -> found.getInt(1),
                        "select count(*) from licence_letter where registry = ? and number = ?",
                        row.registry(),
                        row.claim().npi())
                .get(0);
        String letter = row.registry() + " " + row.claim().npi() + " #" + (before + 1);
        Books.update(
                connection,
                "insert into licence_letter (letter, registry, number, case_id, expires) values (?, ?, ?, ?, ?)",
                letter,
                row.registry(),
                row.claim().npi(),
                id,
                expires.toString());
        return letter;
    }

    /** The letter of a case is printed, and its code taken until then. */
    static void printed(Connection connection, long id, LocalDate expires) throws SQLException {
        Books.update(
                connection,
                "update licence_letter set expires = ? where letter = (select letter from licence_case where id = ?)",
                expires.toString(),
                id);
    }

    /** What the codes are made of that a case takes: those of every letter to the holder but of those that it gave up. */
    static List<String> open(Connection connection, CaseRow row, LocalDate today) throws SQLException {
        return Books.query(
                connection,
                found -> found.getString(1),
                "select letter from licence_letter where registry = ? and number = ? and expires >= ?"
                        + " and (case_id <> ? or letter = ?)",
                row.registry(),
                row.claim().npi(),
                today.toString(),
                row.id(),
                row.letter());
    }

    /** The licence was shown; its letters have served their purpose. */
    static void served(Connection connection, CaseRow row) throws SQLException {
        Books.update(
                connection,
                "update licence_letter set expires = ? where registry = ? and number = ?",
                NO_LONGER,
                row.registry(),
                row.claim().npi());
    }

    /** A letter that went astray opens nothing any more, whichever case it was shared with; these can ask for another at once. */
    static void forget(Connection connection, CaseRow row) throws SQLException {
        if (!row.letter().isEmpty()) {
            Books.update(
                    connection,
                    "update licence_letter set expires = ? where letter = ? or case_id = ?",
                    NO_LONGER,
                    row.letter(),
                    row.id());
            Books.update(
                    connection,
                    "update licence_case set letter = '', batch = ? where letter = ? and state = 'LETTER'",
                    ANOTHERS,
                    row.letter());
        }
    }
}
