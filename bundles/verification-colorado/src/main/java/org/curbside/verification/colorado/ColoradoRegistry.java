package org.curbside.verification.colorado;

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
 * The licences of the Colorado Department of Regulatory Agencies (data.colorado.gov, 7s5z-vewr): one row for each case of
 * discipline, and numbers that are unique within a kind of licence only.
 */
@Component
@RegistryId(id = "colorado")
public final class ColoradoRegistry implements BulkRegistry {

    /** Physicians; every other profession has other letters. */
    private static final String PHYSICIAN = "DR";

    private static final Vocabulary WORDS = Vocabulary.of("Colorado's Department of Regulatory Agencies")
            .active("Active")
            .inactive("Revoked", "Surrendered", "Voluntary Surrender", "Cancelled", "Suspended")
            .inactive("Suspended Due to Child Support", "Summary Suspension", "Retired", "Expired - Dissolved")
            .inactive("Expired", "Beyond 6 Years Expired", "Inactive", "Expired - Telehealth only")
            .unclear(
                    "Active - With Conditions",
                    "Active - Provisional",
                    "Active - Telehealth ONLY",
                    "Active - Restricted")
            .unclear("Active - Refresher Course Only", "Active - Reentry License", "Transferred to Compact Physician")
            .unclear("Grad to Higher Level", "Need Master Hire - Cannot Practice");

    @Override
    public String title() {
        return "Colorado Department of Regulatory Agencies";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("licensenumber"),
                Column.required("lastname"),
                Column.optional("firstname"),
                Column.optional("middlename"),
                Column.optional("suffix"),
                Column.required("licensetype"),
                Column.required("licensestatusdescription"),
                Column.optional("licenseexpirationdate"),
                Column.optional("programaction"),
                Column.optional("casenumber"));
    }

    @Override
    public Coverage coverage() {
        return Coverage.board("US", "CO").freshFor(35);
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (!row.value("licensetype").equalsIgnoreCase(PHYSICIAN)) {
            throw RejectedRow.ofAnotherKind("The row is about another profession or another kind of licence.");
        }
        if (row.value("lastname").isEmpty() || row.value("licensenumber").isEmpty()) {
            throw new RejectedRow("The row has no name or no number.");
        }
        boolean discipline = !row.value("programaction").isEmpty()
                || !row.value("casenumber").isEmpty();
        return RegistryEntry.ofLicence(
                new Licence("CO", PHYSICIAN + "." + row.value("licensenumber")),
                (row.value("firstname") + " " + row.value("middlename")).strip(),
                (row.value("lastname") + " " + row.value("suffix")).strip(),
                Vocabulary.flagged(row.value("licensestatusdescription"), discipline ? "a case of discipline" : ""),
                row.date("licenseexpirationdate"));
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return WORDS.judge(entry.status());
    }
}
