package org.curbside.verification.illinois;

import java.util.List;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Vocabulary;
import org.osgi.service.component.annotations.Component;

/**
 * The licences of the Illinois Department of Financial and Professional Regulation (data.illinois.gov, pzzh-kp68): every
 * profession, nine digits with zeros in front, and rows that come twice.
 */
@Component
@RegistryId(id = "illinois")
public final class IllinoisRegistry implements BulkRegistry {

    private static final String PHYSICIAN = "LICENSED PHYSICIAN AND SURGEON";

    private static final Vocabulary WORDS = Vocabulary.of("Illinois' Department of Professional Regulation")
            .active("ACTIVE")
            .inactive(
                    "REVOKED", "SUSPENDED", "CANCELLED", "TERMINATED", "DECEASED", "RELINQUISH", "VOLUNTARY SURRENDER")
            .inactive("PERMANENT INACTIVE", "INOPERATIVE", "CLOSED", "REFUSE TO RENEW", "REVOKED CHAPERONE REQUIRED")
            .inactive("SUSPENDED CHAPERONE REQUIRED", "NOT RENEWED", "EXPIRED", "INACTIVE", "EXPIRED-RENEWABLE")
            .unclear("PROBATION", "ACTIVE CHAPERONE REQUIRED", "Non Sufficient Fund Check");

    @Override
    public String title() {
        return "Illinois Department of Financial and Professional Regulation";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("license_number"),
                Column.required("last_name"),
                Column.optional("first_name"),
                Column.optional("middle"),
                Column.optional("suffix"),
                Column.required("description"),
                Column.required("license_status"),
                Column.optional("expiration_date"),
                Column.optional("ever_disciplined"));
    }

    @Override
    public Coverage coverage() {
        return Coverage.board("US", "IL").freshFor(35);
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (!row.value("description").equalsIgnoreCase(PHYSICIAN)) {
            throw RejectedRow.ofAnotherKind("The row is about another profession or another kind of licence.");
        }
        if (row.value("last_name").isEmpty() || row.value("license_number").isEmpty()) {
            throw new RejectedRow("The row has no name or no number.");
        }
        String disciplined = row.value("ever_disciplined");
        return RegistryEntry.ofLicence(
                new Licence("IL", row.value("license_number")),
                (row.value("first_name") + " " + row.value("middle")).strip(),
                (row.value("last_name") + " " + row.value("suffix")).strip(),
                Vocabulary.flagged(
                        row.value("license_status"),
                        disciplined.isEmpty() || disciplined.equalsIgnoreCase("N") ? "" : "disciplined"),
                row.date("expiration_date"));
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return WORDS.judge(entry.status());
    }
}
