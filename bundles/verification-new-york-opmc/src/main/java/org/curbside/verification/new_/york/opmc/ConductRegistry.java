package org.curbside.verification.new_.york.opmc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.curbside.spi.verification.Verdict;
import org.osgi.service.component.annotations.Component;

/**
 * The actions of New York's Board for Professional Medical Conduct since 1990 (health.data.ny.gov, ebmi-8ctw), one row for
 * each. Some end a licence, some restore it, some do neither, and each is a text: whoever is listed is for a person to judge.
 */
@Component
@RegistryId(id = "new-york-opmc")
public final class ConductRegistry implements BulkRegistry {

    private static final Set<String> PHYSICIANS = Set.of("", "MD", "DO", "M.D.", "D.O.");
    private static final int LONGEST = 200;

    @Override
    public String title() {
        return "New York State Board for Professional Medical Conduct";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("licensenum", "License Number"),
                Column.required("last_name"),
                Column.optional("first_name"),
                Column.optional("middle_name"),
                Column.optional("name_suffix"),
                Column.optional("licensetype", "License Type"),
                Column.optional("effectivedate", "Effective Date"),
                Column.required("webaction", "Action"));
    }

    @Override
    public Coverage coverage() {
        return Coverage.objections("US", Coverage.FoundBy.LICENCE)
                .ofStates("NY")
                .freshFor(60);
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (!PHYSICIANS.contains(row.value("licensetype").toUpperCase(Locale.ROOT))) {
            throw RejectedRow.ofAnotherKind("The row is about another profession or another kind of licence.");
        }
        String number = row.value("licensenum");
        if (row.value("last_name").isEmpty() || number.chars().noneMatch(digit -> digit >= '1' && digit <= '9')) {
            throw new RejectedRow("The row has no name or no licence.");
        }
        String action = (row.value("effectivedate") + " " + row.value("webaction")).strip();
        return RegistryEntry.ofLicence(
                new Licence("NY", number),
                (row.value("first_name") + " " + row.value("middle_name")).strip(),
                (row.value("last_name") + " " + row.value("name_suffix")).strip(),
                action.length() <= LONGEST ? action : action.substring(0, LONGEST),
                Optional.empty());
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return new Judgement(
                Verdict.INDETERMINATE, "New York State has acted about this licence, and a person has to read how.");
    }
}
