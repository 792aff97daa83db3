package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * The letters to the holder of a licence, whoever claims it. Cases of a licence share them: whoever has a letter can open any of
 * these cases by its code, so that nobody is kept out by another who claimed the same; and no more than three are on their
 * way at once, so that nobody's letter box is filled.
 */
final class LicenceLetters {

    private static final int MOST = 3;
    private static final int NOT_PRINTED = 0;
    private static final int ANOTHERS = -1;

    private LicenceLetters() {}

    /**
     * Of which letter a case makes use.
     *
     * @param letter what its code is made of
     * @param batch 0 if it has to be printed, -1 if it is another case's
     */
    record Share(String letter, long batch) {}

    private record Sent(String letter, long batch) {}

    /** For a case that needs one now; claims of one licence wait for each other here. */
    static Share share(Connection connection, CaseRow row, LocalDate today) throws SQLException {
        Books.query(
                connection,
                found -> found.getString(1),
                "select number from registry_entry where registry = ? and number = ? for update",
                row.registry(),
                row.claim().npi());
        List<Sent> sent = Books.query(
                connection,
                found -> new Sent(found.getString(1), found.getLong(2)),
                "select letter, batch from licence_case where registry = ? and number = ? and state = 'LETTER'"
                        + " and letter <> '' and batch >= 0 and address <> '' and expires >= ? and id <> ? order by id desc",
                row.registry(),
                row.claim().npi(),
                today.toString(),
                row.id());
        for (Sent found : sent) {
            if (found.batch() == NOT_PRINTED) {
                return new Share(found.letter(), ANOTHERS);
            }
        }
        return sent.size() >= MOST
                ? new Share(sent.get(0).letter(), ANOTHERS)
                : new Share(next(connection, row), NOT_PRINTED);
    }

    /** One that was never used before, for a code that has gone astray must not come again. */
    private static String next(Connection connection, CaseRow row) throws SQLException {
        int last = Books.query(
                        connection,
                        found -> found.getString(1),
                        "select distinct letter from licence_case where registry = ? and number = ? and letter <> ''",
                        row.registry(),
                        row.claim().npi())
                .stream()
                .mapToInt(letter -> Integer.parseInt(letter.substring(letter.lastIndexOf(' ') + 1)))
                .max()
                .orElse(0);
        return row.registry() + " " + row.claim().npi() + " " + (last + 1);
    }

    /** What the codes are made of that are taken in any case of the licence. */
    static List<String> open(Connection connection, CaseRow row, LocalDate today) throws SQLException {
        return Books.query(
                connection,
                found -> found.getString(1),
                "select distinct letter from licence_case where registry = ? and number = ? and state = 'LETTER'"
                        + " and letter <> '' and batch >= 0 and address <> '' and expires >= ?",
                row.registry(),
                row.claim().npi(),
                today.toString());
    }

    /** A letter that went astray opens nothing any more, whichever case it was shared with. */
    static void forget(Connection connection, CaseRow row) throws SQLException {
        if (!row.letter().isEmpty()) {
            Books.update(
                    connection,
                    "update licence_case set letter = '', batch = ? where letter = ? and state = 'LETTER'",
                    ANOTHERS,
                    row.letter());
        }
    }
}
