package org.curbside.verification.nppes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.RegistryEntry.OtherName;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Verdict;
import org.osgi.service.component.annotations.Component;

/**
 * The monthly file of NPPES, layouts V.1 and V.2, its weekly changes, and the list of deactivated numbers (saved as CSV, for it
 * is a spreadsheet), which are changes too. Organisations and deactivated numbers are kept, so that whoever claims
 * one can be told what it is. The file says nothing of discipline; being in it with a physician's degree and taxonomy is
 * all the standing it knows.
 */
@Component
@RegistryId(id = "nppes")
public final class NppesRegistry implements BulkRegistry {

    private static final int SLOTS = 15;
    private static final int FRESH_DAYS = 45;
    private static final Pattern DAYS = Pattern.compile("npidata_pfile_([0-9]{8})-([0-9]{8})\\..*");
    private static final String BEGINNING = "20050523";
    private static final int TAXONOMY_LENGTH = 10;
    private static final String ORGANISATION = "organisation";
    private static final String DEACTIVATED = "deactivated";
    private static final String MAILING = "Business Mailing Address";
    private static final String NPI = "NPI";
    private static final String TYPE = "Entity Type Code";
    private static final String NAME = "Provider Organization Name (Legal Business Name)";
    private static final String FAMILY = "Provider Last Name (Legal Name)";
    private static final String GIVEN = "Provider First Name";
    private static final String CREDENTIAL = "Provider Credential Text";
    private static final String OTHER_FAMILY = "Provider Other Last Name";
    private static final String OTHER_GIVEN = "Provider Other First Name";
    private static final String LINE_1 = "Provider First Line " + MAILING;
    private static final String LINE_2 = "Provider Second Line " + MAILING;
    private static final String CITY = "Provider " + MAILING + " City Name";
    private static final String STATE = "Provider " + MAILING + " State Name";
    private static final String ZIP = "Provider " + MAILING + " Postal Code";
    private static final String COUNTRY = "Provider " + MAILING + " Country Code (If outside U.S.)";
    private static final String TELEPHONE = "Provider Business Practice Location Address Telephone Number";
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
    public List<Column> columns() {
        Stream<Column> once = Stream.concat(
                Stream.of(Column.required(NPI), Column.required(DEACTIVATION, "NPPES Deactivation Date")),
                Stream.of(
                                TYPE,
                                FAMILY,
                                GIVEN,
                                CREDENTIAL,
                                OTHER_FAMILY,
                                OTHER_GIVEN,
                                NAME,
                                LINE_1,
                                LINE_2,
                                CITY,
                                STATE,
                                ZIP,
                                COUNTRY,
                                TELEPHONE,
                                REACTIVATION)
                        .map(Column::optional));
        List<Column> columns = new ArrayList<>(once.toList());
        for (int slot = 1; slot <= SLOTS; slot++) {
            columns.add(Column.optional(TAXONOMY + slot));
            columns.add(Column.optional(PRIMARY + slot));
            columns.add(Column.optional(LICENCE + slot));
            columns.add(Column.optional(LICENCE_STATE + slot));
        }
        return columns;
    }

    @Override
    public Coverage coverage() {
        return Coverage.national("US").freshFor(FRESH_DAYS);
    }

    /** A file from before the first number was given out is full; without names it is the list of those deactivated. */
    @Override
    public Edition edition(String fileName, List<String> headers) {
        Matcher days = DAYS.matcher(fileName);
        boolean dated = days.matches();
        boolean full = headers.contains(FAMILY) && (!dated || days.group(1).equals(BEGINNING));
        Edition edition = full ? Edition.FULL : Edition.CHANGES;
        return dated ? day(days.group(2)).map(edition::asOf).orElse(edition) : edition;
    }

    private static Optional<LocalDate> day(String digits) {
        try {
            return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        String npi = row.value(NPI);
        if (!Npi.isValid(npi)) {
            throw new RejectedRow("The NPI is not ten digits with a right check digit.");
        }
        boolean organisation = row.value(TYPE).equals("2");
        RegistryEntry entry = new RegistryEntry(
                npi,
                row.value(GIVEN),
                organisation ? row.value(NAME) : row.value(FAMILY),
                row.value(CREDENTIAL),
                status(row, organisation),
                taxonomies(row),
                licences(row),
                address(row),
                Optional.empty(),
                otherNames(row));
        return entry.reachedBy(row.value(TELEPHONE));
    }

    /** Such as the name before a marriage. */
    private static List<OtherName> otherNames(Row row) {
        String family = row.value(OTHER_FAMILY);
        return family.isEmpty() ? List.of() : List.of(new OtherName(row.value(OTHER_GIVEN), family));
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
            case UNCLEAR -> taxonomy || entry.taxonomies().isEmpty()
                    ? new Judgement(
                            Verdict.INDETERMINATE,
                            "The registry does not say clearly whether the degree is M.D. or D.O.")
                    : new Judgement(
                            Verdict.INACTIVE, "The registry shows another profession than physician (M.D. or D.O.).");
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
        if (isAfter(row.value(DEACTIVATION), row.value(REACTIVATION))) {
            return DEACTIVATED;
        }
        return organisation ? ORGANISATION : "";
    }

    /** Dates are written 12/31/2018; a number can be deactivated again after it came back. */
    private static boolean isAfter(String deactivated, String reactivated) {
        return !deactivated.isEmpty() && sortable(deactivated).compareTo(sortable(reactivated)) > 0;
    }

    private static String sortable(String date) {
        return date.length() == 10 ? date.substring(6) + date.substring(0, 5) : date;
    }

    /** The same specialty may stand in several slots, one per state; the switch may be on any of them, or missing. */
    private static List<String> taxonomies(Row row) {
        Set<String> primary = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (int slot = 1; slot <= SLOTS; slot++) {
            String code = row.value(TAXONOMY + slot);
            if (isTaxonomy(code)) {
                (row.value(PRIMARY + slot).equals("Y") ? primary : others).add(code);
            }
        }
        primary.addAll(others);
        return List.copyOf(primary);
    }

    private static boolean isTaxonomy(String code) {
        return code.length() == TAXONOMY_LENGTH
                && code.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    }

    private static List<Licence> licences(Row row) {
        Set<Licence> licences = new LinkedHashSet<>();
        for (int slot = 1; slot <= SLOTS; slot++) {
            Licence licence = new Licence(row.value(LICENCE_STATE + slot), row.value(LICENCE + slot));
            if (!licence.number().isEmpty() && !isMasked(licence.number())) {
                licences.add(licence);
            }
        }
        return List.copyOf(licences);
    }

    /** The registry writes signs over a tax or social security number that somebody typed for a licence. */
    private static boolean isMasked(String number) {
        return number.chars().allMatch(c -> c == '$' || c == '*' || c == '_' || c == '=');
    }

    private static Optional<PostalAddress> address(Row row) {
        String country = row.value(COUNTRY);
        boolean home = country.isEmpty() || country.equals("US");
        String zip = home ? Zip.printed(row.value(ZIP)) : row.value(ZIP);
        String town = Stream.of(row.value(CITY), row.value(STATE), zip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        List<String> lines = Stream.of(row.value(LINE_1), row.value(LINE_2), town, home ? "" : country)
                .filter(line -> !line.isEmpty())
                .toList();
        return row.value(LINE_1).isEmpty() || town.isEmpty() ? Optional.empty() : Optional.of(new PostalAddress(lines));
    }
}
