package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.curbside.api.identity.CaseStep;

/**
 * A step to be written into a case's history, in the transaction that takes it.
 *
 * @param operator the account, or empty where the desk acts by itself
 */
public record Step(CaseStep.Act act, String operator, String reason, LocalDate today) {

    /** Writes it; whoever calls holds the case's row. */
    void write(Connection connection, long id, LocalDate since) throws SQLException {
        Books.update(
                connection,
                "insert into case_step (case_id, place, done_on, act, operator, reason, waited)"
                        + " select ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?, ? from case_step where case_id = ?",
                id,
                today.toString(),
                act.name(),
                operator,
                reason,
                (int) ChronoUnit.DAYS.between(since, today),
                id);
    }

    /** The history of a case, oldest first. */
    static List<CaseStep> of(Books books, long id) {
        return books.query(
                row -> new CaseStep(
                        LocalDate.parse(row.getString("done_on")),
                        CaseStep.Act.valueOf(row.getString("act")),
                        row.getString("operator"),
                        row.getString("reason")),
                "select done_on, act, operator, reason from case_step where case_id = ? order by place",
                id);
    }
}
