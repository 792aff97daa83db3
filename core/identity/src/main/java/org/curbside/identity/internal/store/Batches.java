package org.curbside.identity.internal.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.curbside.api.identity.LetterBatch;

/** Batches of letters. A letter is in one at most; it is in none again when another letter is asked for. */
public final class Batches {

    private static final String COUNTED = "select b.id, b.printed, b.operator, b.letters,"
            + " (select count(*) from licence_case c where c.batch = b.id and c.state = 'LETTER'"
            + " and c.expires >= ?) from letter_batch b";

    private final Books books;

    /** In the desk's database. */
    public Batches(Books books) {
        this.books = books;
    }

    /** Puts letters into a new batch, and tells its number; empty when others were faster with all of them. */
    public Optional<Long> add(List<Long> cases, String operator, LocalDate today, LocalDate expires) {
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        return books.inTransaction(connection -> {
            long batch = Books.query(connection, row -> row.getLong(1), "select nextval('letter_batch_seq')")
                    .get(0);
            int letters = 0;
            for (long id : cases) {
                int printed = Books.update(
                        connection,
                        "update licence_case set batch = ?, expires = ? where id = ? and batch = 0 and state = 'LETTER'",
                        batch,
                        expires.toString(),
                        id);
                if (printed == 1) {
                    LicenceLetters.printed(connection, id, expires);
                    letters++;
                }
            }
            if (letters == 0) {
                return Optional.empty();
            }
            Books.update(
                    connection,
                    "insert into letter_batch (id, printed, operator, letters) values (?, ?, ?, ?)",
                    batch,
                    today.toString(),
                    operator,
                    letters);
            return Optional.of(batch);
        });
    }

    /** Batches before that one, the newest first. */
    public List<LetterBatch> before(long before, int limit, LocalDate today) {
        return books.query(
                row -> new LetterBatch(
                        row.getLong(1),
                        LocalDate.parse(row.getString(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5)),
                COUNTED + " where b.id < ? order by b.id desc fetch first ? rows only",
                today.toString(),
                before,
                limit);
    }
}
