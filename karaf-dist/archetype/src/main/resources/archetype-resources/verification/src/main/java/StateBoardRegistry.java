package ${package};

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Verdict;
import org.osgi.service.component.annotations.Component;

/**
 * The list of licences that a state's board of medicine publishes as a file, one row for each. The platform reads the file
 * and finds the row that fits a claim; this class only says what the columns are and what a row means.
 */
@Component
// Never change the id: what was found is stored with it.
@RegistryId(id = "${artifactId}")
public final class StateBoardRegistry implements BulkRegistry {

    // Change me: the headers as your file has them. A header that changed from one edition to the next is an alias.
    private static final String NUMBER = "License Number";
    private static final String GIVEN = "First Name";
    private static final String FAMILY = "Last Name";
    private static final String STATUS = "Status";
    private static final String TAXONOMY = "Taxonomy Code";
    private static final String STREET = "Address";
    private static final String TOWN = "City State ZIP";
    private static final String STATE = "OH";

    @Override
    public String title() {
        return "State Board of Medicine";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public char delimiter() {
        return ',';
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required(NUMBER, "Lic No"),
                Column.required(GIVEN),
                Column.required(FAMILY),
                Column.required(STATUS, "License Status"),
                Column.optional(TAXONOMY),
                Column.optional(STREET),
                Column.optional(TOWN));
    }

    /** From a row to an entry. A row that is about nobody is refused, for a reason that is counted and repeats nothing. */
    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        String number = row.value(NUMBER);
        if (!number.matches("[A-Z]{0,3}[0-9]{3,10}")) {
            throw new RejectedRow("The licence number is not letters and digits.");
        }
        if (row.value(FAMILY).isEmpty()) {
            throw new RejectedRow("The row names nobody.");
        }
        String taxonomy = row.value(TAXONOMY);
        return new RegistryEntry(
                number,
                row.value(GIVEN),
                row.value(FAMILY),
                "MD",
                row.value(STATUS),
                taxonomy.matches("[0-9A-Z]{9}X") ? List.of(taxonomy) : List.of(),
                List.of(new Licence(STATE, number)),
                address(row));
    }

    /** What the board's own word means. A word that you do not know is never guessed: a person decides then. */
    @Override
    public Judgement judge(RegistryEntry entry) {
        return switch (entry.status()) {
            case "Active" -> new Judgement(Verdict.ACTIVE, "The board lists the licence as active.");
            case "Expired", "Suspended", "Revoked", "Surrendered" -> new Judgement(
                    Verdict.INACTIVE, "The board does not list the licence as active.");
            default -> new Judgement(
                    Verdict.INDETERMINATE, "The board says something of the licence that a person has to read.");
        };
    }

    /** Where the letter goes that proves whose licence it is. */
    private static Optional<PostalAddress> address(Row row) {
        List<String> lines = List.of(row.value(STREET), row.value(TOWN));
        return lines.contains("") ? Optional.empty() : Optional.of(new PostalAddress(lines));
    }
}
