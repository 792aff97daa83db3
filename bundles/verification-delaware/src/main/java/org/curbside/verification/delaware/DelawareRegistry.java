package org.curbside.verification.delaware;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/** The licences of the Delaware Division of Professional Regulation (data.delaware.gov, pjnv-eaih). */
@Component
@RegistryId(id = "delaware")
public final class DelawareRegistry implements BulkRegistry {

    private static final Set<String> PHYSICIANS = Set.of("PHYSICIAN M.D.", "PHYSICIAN D.O.");

    private static final Vocabulary WORDS = Vocabulary.of("Delaware's Division of Professional Regulation")
            .active("Active")
            .inactive("Suspended", "Revoked", "Annulled", "Deceased", "Withdrawn", "Denied", "Terminated")
            .inactive("Expired", "Inactive", "Deactivated", "Expired Inactive", "Closed")
            .unclear("Probation", "Delinquent", "Non-Disciplinary Suspension", "Under Review");

    @Override
    public String title() {
        return "Delaware Division of Professional Regulation";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("license_no"),
                Column.required("last_name"),
                Column.optional("first_name"),
                Column.required("license_type"),
                Column.required("license_status"),
                Column.optional("expiration_date"),
                Column.optional("disciplinary_action"));
    }

    @Override
    public Coverage coverage() {
        return Coverage.board("US", "DE").freshFor(35);
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (!PHYSICIANS.contains(row.value("license_type").toUpperCase(Locale.ROOT))) {
            throw RejectedRow.ofAnotherKind("The row is about another profession or another kind of licence.");
        }
        if (row.value("last_name").isEmpty() || row.value("license_no").isEmpty()) {
            throw new RejectedRow("The row has no name or no number.");
        }
        String action = row.value("disciplinary_action");
        return RegistryEntry.ofLicence(
                new Licence("DE", row.value("license_no")),
                row.value("first_name"),
                row.value("last_name"),
                Vocabulary.flagged(
                        row.value("license_status"),
                        action.isEmpty() || action.equalsIgnoreCase("N") ? "" : "disciplined"),
                row.date("expiration_date"));
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return WORDS.judge(entry.status());
    }
}
