package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.curbside.api.identity.RegistryWord;
import org.curbside.spi.verification.Verdict;

/** What the registries said of a case that is not decided on. */
final class Words {

    private Words() {}

    static void write(Connection connection, long id, List<RegistryWord> words) throws SQLException {
        forget(connection, id);
        int place = 0;
        for (RegistryWord word : words) {
            Books.update(
                    connection,
                    "insert into case_word (case_id, place, registry, word, verdict, reason, as_of)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    place++,
                    word.registry(),
                    word.word(),
                    word.verdict().name(),
                    word.reason(),
                    word.asOf().toString());
        }
    }

    static List<RegistryWord> read(Connection connection, long id) throws SQLException {
        return Books.query(
                connection,
                row -> new RegistryWord(
                        row.getString("registry"),
                        row.getString("word"),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("reason"),
                        LocalDate.parse(row.getString("as_of"))),
                "select * from case_word where case_id = ? order by place",
                id);
    }

    static void forget(Connection connection, long id) throws SQLException {
        Books.update(connection, "delete from case_word where case_id = ?", id);
    }
}
