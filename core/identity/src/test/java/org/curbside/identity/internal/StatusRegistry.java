package org.curbside.identity.internal;

import java.util.List;
import java.util.Optional;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Verdict;

/** A registry with a number, a name and a status word; numbers that are no digits are rejected. */
public final class StatusRegistry implements BulkRegistry {

    @Override
    public String title() {
        return "Register of statuses";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required("number", "no"), Column.required("name"), Column.optional("status"));
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (!row.value("number").matches("[0-9]+")) {
            throw new RejectedRow("The number is not made of digits.");
        }
        if (row.value("name").equals("broken")) {
            throw new IllegalStateException("An add-on with a fault");
        }
        return new RegistryEntry(
                row.value("number"),
                "",
                row.value("name"),
                "",
                row.value("status"),
                List.of(),
                List.of(),
                Optional.of(new PostalAddress(List.of("1 SAMPLE ST", "TOWN"))));
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return switch (entry.status()) {
            case "" -> new Judgement(Verdict.ACTIVE, "Listed.");
            case "inactive" -> new Judgement(Verdict.INACTIVE, "Not any more.");
            default -> new Judgement(Verdict.INDETERMINATE, "The registry uses a word that is not known.");
        };
    }
}
