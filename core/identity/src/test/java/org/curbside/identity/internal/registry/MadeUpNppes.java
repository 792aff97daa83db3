package org.curbside.identity.internal.registry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Verdict;

/** Reads a few columns of made-up provider files; the real add-on stands beside the core and is not known here. */
final class MadeUpNppes implements BulkRegistry {

    private static final String FAMILY = "Provider Last Name (Legal Name)";
    private static final String GIVEN = "Provider First Name";
    private static final String CREDENTIAL = "Provider Credential Text";
    private static final String STREET = "Provider First Line Business Mailing Address";
    private static final String SUITE = "Provider Second Line Business Mailing Address";
    private static final String TAXONOMY = "Healthcare Provider Taxonomy Code_1";
    private static final String LICENCE = "Provider License Number_1";
    private static final String STATE = "Provider License Number State Code_1";

    @Override
    public String title() {
        return "Made-up providers";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.ISO_8859_1;
    }

    @Override
    public List<Column> columns() {
        return List.of("NPI", FAMILY, GIVEN, CREDENTIAL, STREET, SUITE, TAXONOMY, LICENCE, STATE).stream()
                .map(Column::required)
                .toList();
    }

    @Override
    public RegistryEntry read(Row row) {
        return new RegistryEntry(
                row.value("NPI"),
                row.value(GIVEN),
                row.value(FAMILY),
                row.value(CREDENTIAL),
                "",
                List.of(row.value(TAXONOMY)),
                List.of(new Licence(row.value(STATE), row.value(LICENCE))),
                Optional.of(new PostalAddress(List.of(row.value(STREET), row.value(SUITE)))));
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return new Judgement(Verdict.ACTIVE, "Listed.");
    }
}
