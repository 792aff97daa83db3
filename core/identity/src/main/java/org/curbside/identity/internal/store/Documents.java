package org.curbside.identity.internal.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.curbside.identity.internal.store.Cases.Sealing;

/** Pictures of documents, encrypted by whoever brings them. A row of H2 takes no more than a megabyte, so they are in parts. */
public final class Documents {

    private static final int PART = 500_000;

    private final Books books;
    private final Sealing sealing;

    /** In the desk's database. */
    public Documents(Books books, Sealing sealing) {
        this.books = books;
        this.sealing = sealing;
    }

    /** Keeps one, if none is there and fewer than that were sent; its case stays open until then at least. */
    public boolean add(CaseRow row, int most, LocalDate today, LocalDate expires, byte... content) {
        return books.inTransaction(connection -> {
            int taken = Books.update(
                    connection,
                    "update licence_case set document_on = ?, document_by = '', documents = documents + 1,"
                            + " expires = case when expires < ? then ? else expires end"
                            + " where id = ? and state = 'LETTER' and document_on = ''"
                            + " and documents < ?",
                    today.toString(),
                    expires.toString(),
                    expires.toString(),
                    row.id(),
                    most);
            for (int from = 0, place = 0; taken == 1 && from < content.length; from += PART, place++) {
                Books.update(
                        connection,
                        "insert into case_document (case_id, place, content) values (?, ?, ?)",
                        row.id(),
                        place,
                        Arrays.copyOfRange(content, from, Math.min(content.length, from + PART)));
            }
            return taken == 1;
        });
    }

    /** The one of a case; of no length when there is none. */
    public byte[] of(long id) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        books.query(row -> row.getBytes(1), "select content from case_document where case_id = ? order by place", id)
                .forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    /** Cases with one, after that number. */
    public List<CaseRow> waiting(long after, int limit) {
        return books.query(
                Cases::read,
                "select * from licence_case where document_on <> '' and id > ? order by id fetch first ? rows only",
                after,
                limit);
    }

    /** An operator says that it shows possession. */
    public boolean agree(CaseRow row, Step step) {
        return change(row, step, "document_by = ?", " and document_by = ''", step.operator(), row.id());
    }

    /** Another says so too. */
    public boolean confirm(CaseRow row, Step step) {
        return books.inTransaction(connection -> {
            int agreed = Books.update(
                    connection,
                    "update licence_case set attempts = attempts where id = ? and state = 'LETTER' and document_on <> ''"
                            + " and document_by <> '' and lower(document_by) <> lower(?)",
                    row.id(),
                    step.operator());
            if (agreed == 1) {
                Cases.prove(connection, row.id(), "DOCUMENT", true, sealing, step.today());
                step.write(connection, row.id(), row.since());
            }
            return agreed == 1;
        });
    }

    /** An operator says that it does not. */
    public boolean decline(CaseRow row, Step step) {
        return books.inTransaction(connection -> {
            int changed = Books.update(
                    connection,
                    "update licence_case set attempts = attempts where id = ? and state = 'LETTER' and document_on <> ''",
                    row.id());
            if (changed == 1) {
                forget(connection, row.id());
                step.write(connection, row.id(), row.since());
            }
            return changed == 1;
        });
    }

    private boolean change(CaseRow row, Step step, String set, String where, Object... values) {
        return books.inTransaction(connection -> {
            int changed = Books.update(
                    connection,
                    "update licence_case set " + set + " where id = ? and state = 'LETTER' and document_on <> ''"
                            + where,
                    values);
            if (changed == 1) {
                step.write(connection, row.id(), row.since());
            }
            return changed == 1;
        });
    }

    /** Nobody looks at those of cases that have expired. */
    public void forgetExpired(LocalDate today) {
        books.inTransaction(connection -> {
            List<Long> expired = Books.query(
                    connection,
                    row -> row.getLong(1),
                    "select id from licence_case where document_on <> '' and expires < ?",
                    today.toString());
            for (long id : expired) {
                forget(connection, id);
            }
            return expired;
        });
    }

    static void forget(Connection connection, long id) throws SQLException {
        Books.update(connection, "delete from case_document where case_id = ?", id);
        Books.update(connection, "update licence_case set document_on = '', document_by = '' where id = ?", id);
    }
}
