package org.curbside.testkit;

import java.util.List;
import java.util.Optional;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Verdict;

/** Right: a board's list of numbers, names and standing. Faults are planted in its children. */
@RegistryId(id = "plain")
class PlainRegistry implements BulkRegistry {

    @Override
    public String title() {
        return "Plain State Board of Medicine";
    }

    @Override
    public char delimiter() {
        return '|';
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("License Number", "Lic No"),
                Column.required("Last Name"),
                Column.optional("First Name"),
                Column.required("Status", "License Status"));
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        String family = row.value("Last Name");
        if (family.isEmpty()) {
            throw new RejectedRow("The row names nobody.");
        }
        return new RegistryEntry(
                number(row.value("License Number")),
                row.value("First Name"),
                family,
                "MD",
                row.value("Status"),
                List.of(),
                List.of(),
                Optional.empty());
    }

    String number(String value) throws RejectedRow {
        if (!value.matches("[0-9]{4,8}")) {
            throw new RejectedRow("The number of the licence is none.");
        }
        return value;
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return judge(entry.status());
    }

    Judgement judge(String status) {
        return switch (status) {
            case "Licensed" -> new Judgement(Verdict.ACTIVE, "The board says that the licence is good.");
            case "Revoked" -> new Judgement(Verdict.INACTIVE, "The board has revoked the licence.");
            default -> new Judgement(Verdict.INDETERMINATE, "The board says something that a person has to read.");
        };
    }
}
