package org.curbside.verification.washington;

import java.util.List;
import java.util.regex.Pattern;
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

/** The health care credentials of the Washington State Department of Health (data.wa.gov, qxh8-f4bd). */
@Component
@RegistryId(id = "washington")
public final class WashingtonRegistry implements BulkRegistry {

    private static final Pattern PHYSICIAN = Pattern.compile(
            "(osteopathic )?physician and surgeon license( interstate medical licensure compact.{0,40})?",
            Pattern.CASE_INSENSITIVE);

    private static final Vocabulary WORDS = Vocabulary.of("the Washington State Department of Health")
            .active("Active")
            .inactive("Suspended", "Revoked", "Terminated", "Surrender", "Voluntary Surrender", "Summary Suspension")
            .inactive("Retired", "Expired", "Inactive")
            .unclear("Active With Conditions", "Active With Restrictions", "Active On Probation", "Active Provisional")
            .unclear("Active Not Renewable", "Retired Active", "Retired Active In-State", "Military")
            .unclear(
                    "Expired \u2013 Active MSL", "Closed", "Superseded", "Inoperable", "Pending", "Approved", "Denied");

    @Override
    public String title() {
        return "Washington State Department of Health";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("credentialnumber"),
                Column.required("lastname"),
                Column.optional("firstname"),
                Column.optional("middlename"),
                Column.required("credentialtype"),
                Column.required("status"),
                Column.optional("expirationdate"),
                Column.optional("actiontaken"));
    }

    @Override
    public Coverage coverage() {
        return Coverage.board("US", "WA").freshFor(35);
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (!PHYSICIAN.matcher(row.value("credentialtype")).matches()) {
            throw RejectedRow.ofAnotherKind("The row is about another profession or another kind of licence.");
        }
        if (row.value("lastname").isEmpty() || row.value("credentialnumber").isEmpty()) {
            throw new RejectedRow("The row has no name or no number.");
        }
        String action = row.value("actiontaken");
        return RegistryEntry.ofLicence(
                new Licence("WA", row.value("credentialnumber")),
                (row.value("firstname") + " " + row.value("middlename")).strip(),
                row.value("lastname"),
                Vocabulary.flagged(
                        row.value("status"),
                        action.isEmpty() || action.equalsIgnoreCase("No") ? "" : "action " + action),
                row.date("expirationdate"));
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return WORDS.judge(entry.status());
    }
}
