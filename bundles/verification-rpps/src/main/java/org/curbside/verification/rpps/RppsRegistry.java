package org.curbside.verification.rpps;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Edition;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Vocabulary;
import org.osgi.service.component.annotations.Component;

/**
 * The free download of the French register of health professionals (PS_LibreAcces_Personne_activite): one row for each place
 * of work, so that a person comes in several. Only those who may practise are in it. A quote means nothing.
 */
@Component
@RegistryId(id = "rpps")
public final class RppsRegistry implements BulkRegistry {

    private static final String KIND = "Type d'identifiant PP";
    private static final String NUMBER = "Identifiant PP";
    private static final String FAMILY = "Nom d'exercice";
    private static final String GIVEN = "Pr\u00e9nom d'exercice";
    private static final String PROFESSION = "Code profession";
    private static final String CATEGORY = "Libell\u00e9 cat\u00e9gorie professionnelle";
    private static final String SPECIALTY = "Libell\u00e9 savoir-faire";
    private static final String WAY = "Num\u00e9ro Voie (coord. structure)";
    private static final String WAY_KIND = "Libell\u00e9 type de voie (coord. structure)";
    private static final String WAY_NAME = "Libell\u00e9 Voie (coord. structure)";
    private static final String POST = "Bureau cedex (coord. structure)";

    private static final String RPPS = "8";
    private static final String PHYSICIAN = "10";
    private static final Pattern DIGITS = Pattern.compile("[0-9]{11}");
    private static final Pattern DAY = Pattern.compile(".*_([0-9]{4})([0-9]{2})([0-9]{2})[0-9]{4}\\.txt");

    private static final Vocabulary WORDS =
            Vocabulary.of("the French national register").active("Civil");

    @Override
    public String title() {
        return "R\u00e9pertoire partag\u00e9 des professionnels de sant\u00e9 (RPPS)";
    }

    @Override
    public char delimiter() {
        return '|';
    }

    @Override
    public boolean quoted() {
        return false;
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(
                        Stream.of(KIND, NUMBER, FAMILY, GIVEN, PROFESSION, CATEGORY)
                                .map(Column::required),
                        Stream.of(SPECIALTY, WAY, WAY_KIND, WAY_NAME, POST).map(Column::optional))
                .toList();
    }

    @Override
    public Coverage coverage() {
        return Coverage.national("FR").freshFor(45);
    }

    @Override
    public Edition edition(String fileName, List<String> headers) {
        Matcher day = DAY.matcher(fileName);
        try {
            return day.matches()
                    ? Edition.FULL.asOf(LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3))))
                    : Edition.FULL;
        } catch (DateTimeException e) {
            return Edition.FULL;
        }
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        if (!row.value(PROFESSION).equals(PHYSICIAN) || !row.value(KIND).equals(RPPS)) {
            throw RejectedRow.ofAnotherKind("The row is about another profession or another kind of number.");
        }
        String number = row.value(NUMBER);
        if (row.value(FAMILY).isEmpty() || !DIGITS.matcher(number).matches()) {
            throw new RejectedRow("The row has no name, or its number is not eleven digits.");
        }
        return new RegistryEntry(
                number,
                row.value(GIVEN),
                row.value(FAMILY),
                "",
                row.value(CATEGORY),
                Specialties.code(row.value(SPECIALTY)).map(List::of).orElse(List.of()),
                List.of(),
                address(row));
    }

    /** Where the physician works, if the register says a street and a post office. */
    private static Optional<PostalAddress> address(Row row) {
        String way = Stream.of(WAY, WAY_KIND, WAY_NAME)
                .map(row::value)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return way.isEmpty() || row.value(POST).isEmpty()
                ? Optional.empty()
                : Optional.of(new PostalAddress(List.of(way, row.value(POST), "FRANCE")));
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return WORDS.judge(entry.status());
    }
}
