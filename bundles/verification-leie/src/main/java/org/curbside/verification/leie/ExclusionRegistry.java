package org.curbside.verification.leie;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Edition;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Verdict;
import org.osgi.service.component.annotations.Component;

/**
 * The List of Excluded Individuals and Entities of the Office of Inspector General: UPDATED.csv is full, the monthly
 * supplements of exclusions and reinstatements are changes. Most rows have no NPI, and are found by name and state. Exclusion
 * is not the loss of a licence, and a name may be another's: whoever is on it is for a person to judge.
 */
@Component
@RegistryId(id = "leie")
public final class ExclusionRegistry implements BulkRegistry {

    private static final String REINSTATED = "REINSTATED";
    private static final Pattern SUPPLEMENT = Pattern.compile("(?i)([0-9]{2})([0-9]{2})(EXCL|REIN).*");

    @Override
    public String title() {
        return "List of Excluded Individuals and Entities (OIG LEIE)";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.ISO_8859_1;
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(
                        Stream.of("LASTNAME", "FIRSTNAME", "NPI", "STATE", "EXCLTYPE", "EXCLDATE", "REINDATE")
                                .map(Column::required),
                        Stream.of("MIDNAME", "GENERAL", "SPECIALTY", "DOB").map(Column::optional))
                .toList();
    }

    @Override
    public Coverage coverage() {
        return Coverage.objections("US", Coverage.FoundBy.PERSON, Coverage.FoundBy.NAME)
                .freshFor(45);
    }

    @Override
    public Edition edition(String fileName, List<String> headers) {
        Matcher month = SUPPLEMENT.matcher(fileName);
        if (!month.matches()) {
            return Edition.FULL;
        }
        int number = Integer.parseInt(month.group(2));
        return number < 1 || number > 12
                ? Edition.CHANGES
                : Edition.CHANGES.asOf(YearMonth.of(2000 + Integer.parseInt(month.group(1)), number)
                        .atEndOfMonth());
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (row.value("LASTNAME").isEmpty()) {
            throw RejectedRow.ofAnotherKind("The row is about an organisation.");
        }
        String npi = row.value("NPI");
        boolean known = Npi.isValid(npi) && !npi.equals("0000000000");
        boolean reinstated = row.date("REINDATE").isPresent();
        return new RegistryEntry(
                known ? npi : unnamed(row),
                (row.value("FIRSTNAME") + " " + row.value("MIDNAME")).strip(),
                row.value("LASTNAME"),
                "",
                reinstated ? REINSTATED : status(row),
                List.of(),
                row.value("STATE").isEmpty() ? List.of() : List.of(new Licence(row.value("STATE"), "")),
                Optional.empty());
    }

    /** A number that the same exclusion has in every edition. */
    private static String unnamed(Row row) {
        String person = Stream.of("LASTNAME", "FIRSTNAME", "MIDNAME", "DOB", "EXCLTYPE", "EXCLDATE", "STATE")
                .map(row::value)
                .collect(Collectors.joining("|"));
        return UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** With what helps a person to tell one of the name from another. */
    private static String status(Row row) {
        String status = Stream.of("EXCLTYPE", "EXCLDATE", "GENERAL", "SPECIALTY", "DOB")
                .map(row::value)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
        return "EXCLUDED " + status.substring(0, Math.min(150, status.length()));
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return entry.status().equals(REINSTATED)
                ? new Judgement(Verdict.ACTIVE, "Was excluded once and is reinstated.")
                : new Judgement(
                        Verdict.INDETERMINATE,
                        "Someone of this number or name is excluded from federal health care programs.");
    }
}
