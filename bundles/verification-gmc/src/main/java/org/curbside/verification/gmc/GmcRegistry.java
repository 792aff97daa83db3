package org.curbside.verification.gmc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Vocabulary;
import org.osgi.service.component.annotations.Component;

/**
 * The List of Registered Medical Practitioners of the General Medical Council. To be registered is not enough: the licence to
 * practise says that a physician may; conditions, undertakings and warnings are flags.
 */
@Component
@RegistryId(id = "gmc")
public final class GmcRegistry implements BulkRegistry {

    private static final String NUMBER = "GMC Ref No";
    private static final String FAMILY = "Surname";
    private static final String GIVEN = "Given name";
    private static final String QUALIFICATION = "Qualification";
    private static final String STATUS = "Registration Status";
    private static final String SPECIALTY = "Specialty";
    private static final String GENERAL_PRACTICE = "GP Register Date";
    private static final List<String> FLAGS = List.of(
            "FtP Conditions Exist",
            "FtP Undertakings Exist",
            "FtP Warnings Exist",
            "ID Check Not Done",
            "Temporary Covid Registration");
    private static final int SPECIALTIES = 7;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{7}");
    private static final Set<String> NO = Set.of("", "N", "NO");

    private static final Vocabulary WORDS = Vocabulary.of("the General Medical Council")
            .active("Registered with Licence")
            .inactive("Registered without a Licence", "Provisionally registered without a Licence", "Suspended")
            .inactive("Temporary registration without a Licence", "Not Registered - Deceased")
            .inactive("Not Registered - Erased after Fitness to Practise panel hearing")
            .inactive("Not Registered - Having relinquished registration")
            .inactive("Not Registered - Erased for false declaration")
            .inactive("Not Registered - Erased for fraudulent application")
            .inactive("Not Registered - Provisional registration expired")
            .unclear("Provisionally registered with Licence", "Temporary registration with Licence");

    @Override
    public String title() {
        return "General Medical Council, list of registered medical practitioners";
    }

    @Override
    public List<Column> columns() {
        return Stream.of(
                        Stream.of(NUMBER, FAMILY, GIVEN, STATUS).map(Column::required),
                        Stream.of(QUALIFICATION, GENERAL_PRACTICE).map(Column::optional),
                        FLAGS.stream().map(Column::optional),
                        IntStream.rangeClosed(1, SPECIALTIES).mapToObj(slot -> Column.optional(SPECIALTY + slot)))
                .flatMap(columns -> columns)
                .toList();
    }

    @Override
    public Coverage coverage() {
        return Coverage.national("GB").freshFor(45);
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        String number = row.value(NUMBER);
        if (row.value(FAMILY).isEmpty() || !DIGITS.matcher(number).matches()) {
            throw new RejectedRow("The row has no name, or its number is not seven digits.");
        }
        String flags = FLAGS.stream()
                .filter(flag -> !NO.contains(row.value(flag).toUpperCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        return new RegistryEntry(
                number,
                row.value(GIVEN),
                row.value(FAMILY),
                row.value(QUALIFICATION),
                Vocabulary.flagged(row.value(STATUS), flags),
                taxonomies(row),
                List.of(),
                Optional.empty());
    }

    private static List<String> taxonomies(Row row) {
        List<String> codes = IntStream.rangeClosed(1, SPECIALTIES)
                .mapToObj(slot -> Specialties.code(row.value(SPECIALTY + slot)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return codes.isEmpty() && !row.value(GENERAL_PRACTICE).isEmpty()
                ? Specialties.code("general practice").map(List::of).orElse(List.of())
                : codes;
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return WORDS.judge(entry.status());
    }
}
