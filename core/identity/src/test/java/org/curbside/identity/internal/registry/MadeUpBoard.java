package org.curbside.identity.internal.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Vocabulary;

/** A state's board with everything a file can bring: a status, an end, other professions, an edition without headers. */
public class MadeUpBoard implements BulkRegistry {

    private static final Vocabulary WORDS =
            Vocabulary.of("the made-up board").active("active").inactive("revoked");

    private final Coverage coverage;

    /** The board of a state that is not one. */
    public MadeUpBoard() {
        this(Coverage.board("US", "ZZ").freshFor(30));
    }

    /** One that knows something else. */
    public MadeUpBoard(Coverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public String title() {
        return "Made-up board";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("license_no"),
                Column.required("name"),
                Column.optional("status"),
                Column.optional("expires_on"),
                Column.optional("given"),
                Column.optional("state"),
                Column.optional("licences"));
    }

    @Override
    public List<String> headers() {
        return List.of("license_no", "name", "status");
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (row.value("status").equals("nurse")) {
            throw RejectedRow.ofAnotherKind("The row is about another profession.");
        }
        List<Licence> licences = coverage.states().stream()
                .map(state -> new Licence(state, row.value("license_no")))
                .toList();
        return new RegistryEntry(
                row.value("license_no"),
                row.value("given"),
                row.value("name"),
                "",
                row.value("status"),
                List.of("207R00000X"),
                licences.isEmpty() ? onRecord(row) : licences,
                Optional.of(new PostalAddress(List.of("1 SAMPLE ST", "TOWN"))),
                row.date("expires_on"),
                List.of());
    }

    /** Written "FL ME1/NY 2", or a state alone. */
    private static List<Licence> onRecord(Row row) {
        if (!row.value("state").isEmpty()) {
            return List.of(new Licence(row.value("state"), ""));
        }
        return Stream.of(row.value("licences").split("/", -1))
                .filter(licence -> !licence.isEmpty())
                .map(licence -> new Licence(licence.substring(0, 2), licence.substring(3)))
                .toList();
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return WORDS.judge(entry.status());
    }
}
