package org.curbside.verification.nppes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Verdict;
import org.osgi.service.component.annotations.Component;

/**
 * The monthly file of NPPES, layouts V.1 and V.2. Organisations and deactivated numbers are kept, so that whoever claims
 * one can be told what it is. The file says nothing of discipline; being in it with a physician's degree and taxonomy is
 * all the standing it knows.
 */
@Component
@RegistryId(id = "nppes")
public final class NppesRegistry implements BulkRegistry {

    private static final int SLOTS = 15;
    private static final String ORGANISATION = "organisation";
    private static final String DEACTIVATED = "deactivated";
    private static final String MAILING = "Business Mailing Address";
    private static final String NPI = "NPI";
    private static final String TYPE = "Entity Type Code";
    private static final String NAME = "Provider Organization Name (Legal Business Name)";
    private static final String FAMILY = "Provider Last Name (Legal Name)";
    private static final String GIVEN = "Provider First Name";
    private static final String CREDENTIAL = "Provider Credential Text";
    private static final String LINE_1 = "Provider First Line " + MAILING;
    private static final String LINE_2 = "Provider Second Line " + MAILING;
    private static final String CITY = "Provider " + MAILING + " City Name";
    private static final String STATE = "Provider " + MAILING + " State Name";
    private static final String ZIP = "Provider " + MAILING + " Postal Code";
    private static final String DEACTIVATION = "NPI Deactivation Date";
    private static final String REACTIVATION = "NPI Reactivation Date";
    private static final String TAXONOMY = "Healthcare Provider Taxonomy Code_";
    private static final String PRIMARY = "Healthcare Provider Primary Taxonomy Switch_";
    private static final String LICENCE = "Provider License Number_";
    private static final String LICENCE_STATE = "Provider License Number State Code_";

    @Override
    public String title() {
        return "National Plan and Provider Enumeration System (NPPES)";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.ISO_8859_1;
    }

    @Override
    public char delimiter() {
        return ',';
    }

    @Override
    public List<Column> columns() {
        Stream<Column> once = Stream.concat(
                Stream.of(NPI, TYPE, FAMILY, GIVEN, CREDENTIAL, DEACTIVATION, TAXONOMY + 1)
                        .map(Column::required),
                Stream.of(NAME, LINE_1, LINE_2, CITY, STATE, ZIP, REACTIVATION).map(Column::optional));
        List<Column> columns = new ArrayList<>(once.toList());
        for (int slot = 1; slot <= SLOTS; slot++) {
            if (slot > 1) {
                columns.add(Column.optional(TAXONOMY + slot));
            }
            columns.add(Column.optional(PRIMARY + slot));
            columns.add(Column.optional(LICENCE + slot));
            columns.add(Column.optional(LICENCE_STATE + slot));
        }
        return columns;
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        String npi = row.value(NPI);
        if (!Npi.isValid(npi)) {
            throw new RejectedRow("The NPI is not ten digits with a right check digit.");
        }
        boolean organisation = row.value(TYPE).equals("2");
        return new RegistryEntry(
                npi,
                row.value(GIVEN),
                organisation ? row.value(NAME) : row.value(FAMILY),
                row.value(CREDENTIAL),
                status(row, organisation),
                taxonomies(row),
                licences(row),
                address(row));
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return switch (entry.status()) {
            case DEACTIVATED -> new Judgement(Verdict.INACTIVE, "This NPI was deactivated.");
            case ORGANISATION -> new Judgement(
                    Verdict.INACTIVE, "This NPI belongs to an organisation; use the one that is yours alone.");
            case "" -> byDegree(entry);
            default -> new Judgement(
                    Verdict.INDETERMINATE, "The registry uses a word for its standing that is not known.");
        };
    }

    private static Judgement byDegree(RegistryEntry entry) {
        boolean taxonomy = entry.taxonomies().stream().anyMatch(NppesRegistry::isPhysicians);
        return switch (Degree.of(entry.credential())) {
            case ANOTHER -> new Judgement(
                    Verdict.INACTIVE, "The registry shows another profession than physician (M.D. or D.O.).");
            case UNCLEAR -> new Judgement(
                    Verdict.INDETERMINATE, "The registry does not say clearly whether the degree is M.D. or D.O.");
            case PHYSICIAN -> taxonomy
                    ? new Judgement(Verdict.ACTIVE, "Listed as a physician and not deactivated.")
                    : new Judgement(Verdict.INDETERMINATE, "The registry shows no physician's specialty.");
        };
    }

    /** NUCC grouping "Allopathic and Osteopathic Physicians". */
    private static boolean isPhysicians(String taxonomy) {
        return taxonomy.startsWith("20");
    }

    private static String status(Row row, boolean organisation) {
        if (!row.value(DEACTIVATION).isEmpty() && row.value(REACTIVATION).isEmpty()) {
            return DEACTIVATED;
        }
        return organisation ? ORGANISATION : "";
    }

    private static List<String> taxonomies(Row row) {
        List<String> codes = new ArrayList<>();
        for (int slot = 1; slot <= SLOTS; slot++) {
            String code = row.value(TAXONOMY + slot);
            if (!code.isEmpty() && !codes.contains(code)) {
                codes.add(row.value(PRIMARY + slot).equals("Y") ? 0 : codes.size(), code);
            }
        }
        return codes;
    }

    private static List<Licence> licences(Row row) {
        List<Licence> licences = new ArrayList<>();
        for (int slot = 1; slot <= SLOTS; slot++) {
            Licence licence = new Licence(row.value(LICENCE_STATE + slot), row.value(LICENCE + slot));
            if (!licence.number().isEmpty() && !licences.contains(licence)) {
                licences.add(licence);
            }
        }
        return licences;
    }

    private static Optional<PostalAddress> address(Row row) {
        String town = (row.value(CITY) + " " + row.value(STATE) + " " + row.value(ZIP)).strip();
        List<String> lines = Stream.of(row.value(LINE_1), row.value(LINE_2), town)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.size() < 2 ? Optional.empty() : Optional.of(new PostalAddress(lines));
    }
}
