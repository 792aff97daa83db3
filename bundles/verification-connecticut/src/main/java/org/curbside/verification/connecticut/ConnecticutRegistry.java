package org.curbside.verification.connecticut;

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
 * The credentials of Connecticut's eLicense (data.ct.gov, ngch-56tr). A name is one value, given names first; a status means
 * something only together with its reason.
 */
@Component
@RegistryId(id = "connecticut")
public final class ConnecticutRegistry implements BulkRegistry {

    private static final String PHYSICIAN = "PHYSICIAN/SURGEON";

    private static final Vocabulary WORDS = Vocabulary.of("Connecticut's eLicense")
            .active("ACTIVE", "ACTIVE: CURRENT", "ACTIVE: ACTIVE", "ACTIVE: ACCEPTED", "ACTIVE: REGISTERED")
            .active("ACTIVE: CERTIFICATION", "ACTIVE: CERTIFIED", "ACTIVE: LICENSED", "ACTIVE: PERMITTED")
            .active("ACTIVE: IN RENEWAL", "ACTIVE IN RENEWAL")
            .inactive("INACTIVE: TERMINATED", "INACTIVE: LAPSED DUE TO NON-RENEWAL")
            .inactive("RETIRED", "DENIED", "CLOSED", "LAPSED")
            .unclear("PENDING", "APPROVED", "QUALIFIED", "EXPIRED APPLICATION");

    @Override
    public String title() {
        return "Connecticut eLicense";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("credentialnumber"),
                Column.optional("fullcredentialcode"),
                Column.required("name"),
                Column.required("credential"),
                Column.required("status"),
                Column.optional("statusreason"),
                Column.optional("expirationdate"));
    }

    @Override
    public Coverage coverage() {
        return Coverage.board("US", "CT").freshFor(35);
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (!row.value("credential").equalsIgnoreCase(PHYSICIAN)) {
            throw RejectedRow.ofAnotherKind("The row is about another profession or another kind of licence.");
        }
        if (row.value("name").isEmpty() || row.value("credentialnumber").isEmpty()) {
            throw new RejectedRow("The row has no name or no number.");
        }
        String reason = row.value("statusreason");
        return RegistryEntry.ofLicence(
                new Licence("CT", row.value("credentialnumber")),
                "",
                row.value("name"),
                row.value("status") + (reason.isEmpty() ? "" : ": " + reason),
                row.date("expirationdate"));
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return WORDS.judge(entry.status());
    }
}
