package org.curbside.identity.internal.registry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Vocabulary;

/** A state's board with everything a file can bring: a status, an end, other professions, an edition without headers. */
class MadeUpBoard implements BulkRegistry {

    private static final Vocabulary WORDS =
            Vocabulary.of("the made-up board").active("active").inactive("revoked");

    @Override
    public String title() {
        return "Made-up board";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public char delimiter() {
        return ',';
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("license_no"),
                Column.required("name"),
                Column.optional("status"),
                Column.optional("expires_on"));
    }

    @Override
    public List<String> headers() {
        return List.of("license_no", "name", "status");
    }

    @Override
    public Coverage coverage() {
        return Coverage.board("US", "ZZ").freshFor(30);
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (row.value("status").equals("nurse")) {
            throw RejectedRow.ofAnotherKind("The row is about another profession.");
        }
        return RegistryEntry.ofLicence(
                new Licence("ZZ", row.value("license_no")),
                "",
                row.value("name"),
                row.value("status"),
                row.date("expires_on"));
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return WORDS.judge(entry.status());
    }
}
