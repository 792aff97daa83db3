package org.curbside.identity.internal.store;

import java.time.LocalDate;
import org.curbside.api.identity.RecheckReport;

/** In which epochs every proven licence was looked at again. */
public final class Rechecks {

    private final Books books;

    /** In the desk's database. */
    public Rechecks(Books books) {
        this.books = books;
    }

    /** Whether it was done in the epoch that begins on that day. */
    public boolean isDone(LocalDate epoch) {
        return !books.query(row -> row.getString(1), "select epoch from recheck where epoch = ?", epoch.toString())
                .isEmpty();
    }

    /** It is done. */
    public void done(LocalDate epoch, RecheckReport report) {
        books.inTransaction(connection -> Books.update(
                connection,
                "insert into recheck (epoch, looked_at, skipped) values (?, ?, ?)",
                epoch.toString(),
                report.cases(),
                report.skipped()));
    }
}
