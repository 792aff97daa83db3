package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.RegistryWord;
import org.curbside.identity.internal.store.Cases.Sealing;

/**
 * What people decide about cases. Each decision is one change of the case's row, which is made only if the row is still as
 * it was when they looked; its step goes into the history in the same transaction.
 */
public final class Decisions {

    private final Books books;
    private final Sealing sealing;

    /** In the desk's database. */
    public Decisions(Books books, Sealing sealing) {
        this.books = books;
        this.sealing = sealing;
    }

    /** What the registries said of a case; empty once it is decided on. */
    public List<RegistryWord> words(long id) {
        return books.inTransaction(connection -> Words.read(connection, id));
    }

    /** What was decided about a case, oldest first. */
    public List<CaseStep> steps(long id) {
        return Step.of(books, id);
    }

    /** How many decisions there were since a day, by the days that the claims had waited for them. */
    public Map<Long, Long> waited(LocalDate since) {
        Map<Long, Long> waited = new TreeMap<>();
        books.query(
                row -> waited.put(row.getLong(1), row.getLong(2)),
                "select waited, count(*) from case_step where act in ('APPROVED', 'REFUSED') and done_on >= ?"
                        + " group by waited",
                since.toString());
        return waited;
    }

    /**
     * A person has decided for the claim, for what the registries said until now; the attempts begin anew.
     *
     * @param approved the HMAC of the reason for which it waited
     */
    public boolean approve(CaseRow row, String approved, String specialty, LocalDate expires, Step step) {
        return books.inTransaction(connection -> {
            LicenceLetters.Share share = row.proven() || row.address().isEmpty()
                    ? LicenceLetters.Share.NONE
                    : LicenceLetters.share(connection, row.id(), row, step.today(), expires);
            int changed = Books.update(
                    connection,
                    "update licence_case set state = case when proven then 'PROVEN' else 'LETTER' end, approved = ?,"
                            + " specialty = ?, reason = '', attempts = 0, letter = ?, batch = ?, expires = ?, since = ?"
                            + " where id = ? and state = 'REVIEW' and proposed_by = '' and reason = ?",
                    approved,
                    specialty,
                    share.letter(),
                    share.batch(),
                    expires.toString(),
                    step.today().toString(),
                    row.id(),
                    row.reason());
            if (changed == 1) {
                record(connection, row, step, true);
            }
            return changed == 1;
        });
    }

    /** A person wants to refuse the claim. */
    public boolean propose(CaseRow row, Step step) {
        return change(
                row,
                step,
                false,
                "proposed_by = ?, proposed_reason = ?, proposed_on = ?",
                " and state = 'REVIEW' and proposed_by = ''",
                step.operator(),
                step.reason(),
                step.today().toString(),
                row.id());
    }

    /** Another agrees; the licence can be claimed again. */
    public boolean confirm(CaseRow row, Step step) {
        return change(
                row,
                step,
                true,
                "state = 'REFUSED', live = null, address = '', telephone = '', reason = proposed_reason, proposed_by = '', since = ?",
                " and state = 'REVIEW' and proposed_by <> '' and lower(proposed_by) <> lower(?)",
                step.today().toString(),
                row.id(),
                step.operator());
    }

    /** Another does not agree; the claim waits on. */
    public boolean reject(CaseRow row, Step step) {
        return change(
                row,
                step,
                false,
                "proposed_by = '', proposed_reason = '', proposed_on = ''",
                " and state = 'REVIEW' and proposed_by <> '' and lower(proposed_by) <> lower(?)",
                row.id(),
                step.operator());
    }

    /** Ends a case of which nothing waits to be decided, and with it the codes of its letters. */
    public boolean close(CaseRow row, Step step) {
        return books.inTransaction(connection -> {
            int changed = Books.update(
                    connection,
                    "update licence_case set state = 'REFUSED', live = null, address = '', telephone = '', reason = ?,"
                            + " since = ? where id = ? and state in ('LETTER', 'PROVEN', 'LAPSED')",
                    step.reason(),
                    step.today().toString(),
                    row.id());
            if (changed == 1) {
                LicenceLetters.forget(connection, row);
                record(connection, row, step, true);
            }
            return changed == 1;
        });
    }

    /** The registries are not clear any more about a licence that was proven. */
    public void doubt(CaseRow row, List<RegistryWord> words, Step step) {
        move(row, "REVIEW", "state in ('PROVEN', 'LAPSED')", words, step);
    }

    /** A licence that was proven is not active any more. */
    public void lapse(CaseRow row, List<RegistryWord> words, Step step) {
        move(row, "LAPSED", "state = 'PROVEN'", words, step);
    }

    private void move(CaseRow row, String to, String from, List<RegistryWord> words, Step step) {
        books.inTransaction(connection -> {
            int changed = Books.update(
                    connection,
                    "update licence_case set state = ?, reason = ?, since = ? where id = ? and " + from,
                    to,
                    step.reason(),
                    step.today().toString(),
                    row.id());
            if (changed == 1) {
                Words.write(connection, row.id(), words);
                step.write(connection, row.id(), step.today());
            }
            return changed;
        });
    }

    /** A licence that had lapsed is active again. */
    public void restore(CaseRow row, Step step) {
        change(
                row,
                step,
                true,
                "state = 'PROVEN', reason = '', since = ?",
                " and state = 'LAPSED'",
                step.today().toString(),
                row.id());
    }

    private boolean change(CaseRow row, Step step, boolean decided, String set, String where, Object... values) {
        return books.inTransaction(connection -> {
            int changed = Books.update(connection, "update licence_case set " + set + " where id = ?" + where, values);
            if (changed == 1) {
                record(connection, row, step, decided);
            }
            return changed == 1;
        });
    }

    private void record(Connection connection, CaseRow row, Step step, boolean decided) throws SQLException {
        if (decided) {
            Cases.seal(connection, row.id(), sealing, step.today());
        }
        step.write(connection, row.id(), row.since());
    }
}
