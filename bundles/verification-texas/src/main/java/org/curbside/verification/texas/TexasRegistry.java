package org.curbside.verification.texas;

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

/**
 * The licences of the Texas Medical Board (data.texas.gov, tm3v-pfq9). The word on the licence comes before the one on its
 * registration; a disciplinary status that is not a closed matter is a flag.
 */
@Component
@RegistryId(id = "texas")
public final class TexasRegistry implements BulkRegistry {

    private static final Set<String> CLOSED = Set.of("", "NONE", "DISP. ACTION CLEARED", "COMPLAINT DISMISSED");

    private static final Vocabulary WORDS = Vocabulary.of("the Texas Medical Board")
            .active("ACTIVE")
            .inactive("REVOKED", "SUSPENDED", "AUTOMATIC LICENSURE CANCELLED")
            .unclear("PERM. LICENSE RESTRICTED", "AUTOMATIC LIC (CANC) PENDING");

    @Override
    public String title() {
        return "Texas Medical Board";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("license_number"),
                Column.required("last_name"),
                Column.optional("first_name"),
                Column.required("license_type"),
                Column.required("registration_status"),
                Column.optional("license_status"),
                Column.optional("disciplinary_status"),
                Column.optional("license_expiration_date"),
                Column.optional("currently_licensed"));
    }

    @Override
    public Coverage coverage() {
        return Coverage.board("US", "TX").freshFor(35);
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (!row.value("license_type").equalsIgnoreCase("Physician License")) {
            throw RejectedRow.ofAnotherKind("The row is about another profession or another kind of licence.");
        }
        if (row.value("last_name").isEmpty() || row.value("license_number").isEmpty()) {
            throw new RejectedRow("The row has no name or no number.");
        }
        String licence = row.value("license_status");
        return RegistryEntry.ofLicence(
                new Licence("TX", row.value("license_number")),
                row.value("first_name"),
                row.value("last_name"),
                Vocabulary.flagged(licence.isEmpty() ? row.value("registration_status") : licence, flags(row)),
                row.date("license_expiration_date"));
    }

    private static String flags(Row row) {
        String discipline = row.value("disciplinary_status");
        if (!CLOSED.contains(discipline.toUpperCase(Locale.ROOT))) {
            return discipline;
        }
        return row.value("currently_licensed").equalsIgnoreCase("N") ? "not currently licensed" : "";
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return WORDS.judge(entry.status());
    }
}
