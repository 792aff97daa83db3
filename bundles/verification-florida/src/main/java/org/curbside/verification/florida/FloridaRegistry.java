package org.curbside.verification.florida;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
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
 * The list of all licences of the Florida Department of Health: PROF_ALL with its 39 columns, or lic_status without headers.
 * Rows end with a separator and the headers do not; a quote means nothing. A licence is clear or not, and active or not.
 */
@Component
@RegistryId(id = "florida")
public final class FloridaRegistry implements BulkRegistry {

    private static final String RANK = "Rank-Code";
    private static final String NUMBER = "License-Number";
    private static final String STATUS = "License-Status-Description";
    private static final String ACTIVITY = "License-Active-Status-Description";
    private static final String ACTION = "Board-Action-Indicator";
    private static final String EXPIRES = "Expire-Date";
    private static final String FAMILY = "Last-Name";
    private static final String GIVEN = "First-Name";
    private static final String MIDDLE = "Middle-Name";
    private static final String SUFFIX = "Name-Suffix";

    private static final Set<String> SUFFIXES = Set.of("JR", "SR", "II", "III", "IV", "V");

    /** Medical doctors and osteopathic physicians. */
    private static final Set<String> PHYSICIANS = Set.of("ME", "OS");

    private static final Vocabulary WORDS = Vocabulary.of("the Florida Department of Health")
            .active("CLEAR")
            .inactive("REVOKED", "DECEASED")
            .unclear("PROBATION");

    @Override
    public String title() {
        return "Florida Department of Health";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.ISO_8859_1;
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
                        Stream.of(RANK, NUMBER, STATUS, FAMILY, GIVEN).map(Column::required),
                        Stream.of(ACTIVITY, ACTION, EXPIRES, MIDDLE, SUFFIX).map(Column::optional))
                .toList();
    }

    @Override
    public List<String> headers() {
        return List.of(
                "Profession",
                RANK,
                NUMBER,
                ACTIVITY,
                STATUS,
                "Original-Date",
                EXPIRES,
                "Status-Effective-Date",
                GIVEN,
                MIDDLE,
                FAMILY,
                "Flag-1",
                "Flag-2",
                "Flag-3",
                "Flag-4");
    }

    @Override
    public Coverage coverage() {
        return Coverage.board("US", "FL").freshFor(35);
    }

    @Override
    public RegistryEntry read(Row row) throws RejectedRow {
        String rank = row.value(RANK);
        if (!PHYSICIANS.contains(rank)) {
            throw RejectedRow.ofAnotherKind("The row is about another profession or another kind of licence.");
        }
        if (row.value(FAMILY).isEmpty() || row.value(NUMBER).isEmpty()) {
            throw new RejectedRow("The row has no name or no number.");
        }
        return RegistryEntry.ofLicence(
                new Licence("FL", rank + row.value(NUMBER)),
                (row.value(GIVEN) + " " + row.value(MIDDLE)).strip(),
                (row.value(FAMILY) + " " + suffix(row)).strip(),
                Vocabulary.flagged(row.value(STATUS), flags(row)),
                row.date(EXPIRES));
    }

    /** Anything may stand in that column; what is no suffix would make another name of it. */
    private static String suffix(Row row) {
        String suffix = row.value(SUFFIX).replace(".", "").toUpperCase(Locale.ROOT);
        return SUFFIXES.contains(suffix) ? suffix : "";
    }

    private static String flags(Row row) {
        String activity = row.value(ACTIVITY);
        String inactive = activity.equalsIgnoreCase("ACTIVE") ? "" : "activity \"" + activity + "\" ";
        String action = row.value(ACTION).isEmpty() || row.value(ACTION).equalsIgnoreCase("N") ? "" : "board action";
        return (inactive + action).strip();
    }

    @Override
    public Judgement judge(RegistryEntry entry) {
        return WORDS.judge(entry.status());
    }
}
