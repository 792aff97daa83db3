package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.curbside.identity.internal.store.Cases.Sealing;

/** Who vouched for whom. */
public final class Vouches {

    private static final int ENOUGH = 2;

    private final Books books;
    private final Sealing sealing;

    /** In the desk's database. */
    public Vouches(Books books, Sealing sealing) {
        this.books = books;
        this.sealing = sealing;
    }

    /** What became of a vouch. */
    public enum Outcome {
        /** It counts. */
        TAKEN,
        /** The voucher's licence is not proven, or by colleagues only. */
        NO_VOUCHER,
        /** The colleague's case has moved on. */
        NO_CASE,
        /** The voucher has vouched for this colleague. */
        BEFORE,
        /** The voucher has vouched as often as is allowed in the epoch. */
        TOO_OFTEN
    }

    /** How many have vouched for a case whose own licence is still proven. */
    public int of(long id) {
        return books.inTransaction(connection -> count(connection, id));
    }

    /**
     * Vouches. The voucher's row is held, so that many at once are no more than that; then the colleague's.
     *
     * @param name stands for the voucher
     * @param most in an epoch
     */
    public Outcome add(CaseRow voucher, String name, CaseRow colleague, String epoch, int most, Step step) {
        return books.inTransaction(connection -> {
            if (!holds(connection, voucher.id(), "state = 'PROVEN' and proven_by <> 'VOUCH'")) {
                return Outcome.NO_VOUCHER;
            }
            if (!holds(connection, colleague.id(), "state = 'LETTER'")) {
                return Outcome.NO_CASE;
            }
            if (number(connection, "select count(*) from vouch where case_id = ? and voucher = ?", colleague.id(), name)
                    > 0) {
                return Outcome.BEFORE;
            }
            if (number(connection, "select count(*) from vouch where voucher = ? and epoch = ?", name, epoch) >= most) {
                return Outcome.TOO_OFTEN;
            }
            Books.update(
                    connection,
                    "insert into vouch (case_id, voucher, voucher_case, epoch) values (?, ?, ?, ?)",
                    colleague.id(),
                    name,
                    voucher.id(),
                    epoch);
            step.write(connection, colleague.id(), colleague.since());
            if (count(connection, colleague.id()) >= ENOUGH) {
                Cases.prove(connection, colleague.id(), "VOUCH", false, sealing, step.today());
            }
            return Outcome.TAKEN;
        });
    }

    private static int count(Connection connection, long id) throws SQLException {
        return number(
                connection,
                "select count(*) from vouch v join licence_case c on c.id = v.voucher_case"
                        + " where v.case_id = ? and c.state = 'PROVEN'",
                id);
    }

    private static boolean holds(Connection connection, long id, String while_) throws SQLException {
        return Books.update(connection, "update licence_case set attempts = attempts where id = ? and " + while_, id)
                == 1;
    }

    private static int number(Connection connection, String sql, Object... values) throws SQLException {
        return Books.query(connection, row -> row.getInt(1), sql, values).get(0);
    }
}
