package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.trial.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The promises that every {@link BulkRegistry} makes. To test yours, extend this class in a class whose name ends in
 * {@code Test}, return a new registry from {@link #registry}, and give two made-up rows, some twenty lines in all. A column
 * that a row does not name is empty in it.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class BulkRegistryContract {

    private static final int FEW = 20;

    /** A new one at every call. */
    protected abstract BulkRegistry registry();

    /** Values by {@link Column#name}, of a physician in good standing. */
    protected abstract Map<String, String> activeRow();

    /** Values by {@link Column#name}, of a row that must be refused. */
    protected abstract Map<String, String> unusableRow();

    /** What {@link #activeRow} deserves; override it for a list on which to be is never good. */
    protected Verdict best() {
        return Verdict.ACTIVE;
    }

    @Test
    void it_has_a_lasting_id_and_a_title() {
        Promises.assertId(registry(), RegistryId.class, RegistryId::id);
        assertThat(registry().title()).isNotBlank();
    }

    @Test
    void headers_are_bound_without_doubt() {
        List<String> headers = registry().columns().stream()
                .flatMap(column -> Stream.concat(Stream.of(column.name()), column.aliases().stream()))
                .toList();
        assertThat(headers).isNotEmpty().doesNotHaveDuplicates();
        assertThat(headers).allMatch(header -> !header.isBlank() && header.equals(header.strip()));
        assertThat(registry().columns())
                .anyMatch(Column::required)
                .isEqualTo(registry().columns());
        assertThat(registry().delimiter()).isNotIn('"', '\n', '\r', ' ');
    }

    @Test
    void it_says_what_it_knows_the_same_every_time() {
        Coverage coverage = registry().coverage();
        assertThat(coverage).isEqualTo(registry().coverage());
        assertThat(coverage.country()).matches("([A-Z]{2})?");
        assertThat(coverage.states()).allMatch(state -> state.matches("[A-Z]{2}"));
        assertThat(coverage.foundBy()).isNotEmpty();
        assertThat(coverage.freshDays()).isPositive();
        assertThat(registry().quoted()).isEqualTo(registry().quoted());
    }

    @Test
    void any_file_is_of_some_edition() {
        assertThat(registry().headers()).isEqualTo(registry().headers());
        List<String> headers = registry().columns().stream().map(Column::name).toList();
        for (String name : List.of("", "file.csv", "99999999-99999999.csv", "\u0000", "9999REIN.csv", "20260231.txt")) {
            assertThat(registry().edition(name, headers)).isEqualTo(registry().edition(name, headers));
            assertThat(registry().edition(name, List.of())).isNotNull();
        }
    }

    @Test
    void good_standing_is_active_every_time() throws RejectedRow {
        RegistryEntry entry = registry().read(row(activeRow()));
        assertThat(entry).isEqualTo(registry().read(row(activeRow())));
        assertThat(entry.number()).isNotBlank();
        assertThat(entry.familyName()).isNotBlank();
        assertThat(judged(entry).verdict()).isEqualTo(best());
    }

    @Test
    void an_unusable_row_is_refused_for_a_reason_that_does_not_repeat_it() {
        Throwable refusal = catchThrowable(() -> registry().read(row(unusableRow())));
        assertThat(refusal).isInstanceOf(RejectedRow.class);
        unusableRow().values().forEach(value -> Promises.assertReadable(refusal, value));
    }

    @Test
    void an_unknown_status_is_never_guessed() throws RejectedRow {
        RegistryEntry active = registry().read(row(activeRow()));
        for (String unknown : List.of("Some new word", "XQZ", "Active (see order)", "Inactive and active")) {
            assertThat(judged(with(unknown, active)).verdict()).as(unknown).isEqualTo(Verdict.INDETERMINATE);
        }
    }

    @Test
    void a_status_that_only_holds_the_good_word_is_not_active() throws RejectedRow {
        RegistryEntry active = registry().read(row(activeRow()));
        String good = active.status();
        for (String other :
                List.of("NOT " + good, "IN" + good, "In" + good, good + " - PROBATION", good + "?", good + "X")) {
            assertThat(judged(with(other, active)).verdict()).as(other).isNotEqualTo(Verdict.ACTIVE);
        }
    }

    @Test
    void a_row_with_an_empty_value_is_read_or_refused() {
        assertReadOrRefused(Map.of(), "");
        for (Column column : registry().columns()) {
            assertReadOrRefused(with(column.name(), ""), "");
        }
    }

    @Test
    void whatever_a_row_holds_it_is_read_or_refused_in_time() {
        Set<String> reasons = new TreeSet<>();
        for (String hostile : hostile()) {
            Map<String, String> everywhere = new HashMap<>();
            for (Column column : registry().columns()) {
                everywhere.put(column.name(), hostile);
                reasons.add(assertReadOrRefused(with(column.name(), hostile), hostile));
            }
            reasons.add(assertReadOrRefused(everywhere, hostile));
        }
        assertThat(reasons).as("reasons, which are counted").hasSizeLessThan(FEW);
    }

    @Test
    void every_node_reads_and_judges_the_same() throws Exception {
        Promises.assertSameAnywhere(() -> registry().read(row(activeRow())));
        Promises.assertSameAnywhere(() -> judged(registry().read(row(activeRow()))));
    }

    @Test
    void many_threads_read_alike() throws Exception {
        BulkRegistry registry = registry();
        Promises.assertSameFromManyThreads(() -> registry.read(row(activeRow())));
    }

    /** A verdict for the reason's sake too, by a registry that has not seen the row. */
    private Judgement judged(RegistryEntry entry) {
        Judgement judgement = registry().judge(entry);
        assertThat(judgement).isEqualTo(registry().judge(entry));
        assertThat(judgement.reason()).hasSizeBetween(10, 200).matches("[A-Z].*[.]");
        return judgement;
    }

    /** The reason of the refusal; empty if the row was read. */
    private String assertReadOrRefused(Map<String, String> values, String hostile) {
        Throwable thrown =
                Promises.inTime(() -> catchThrowable(() -> judged(registry().read(row(values)))));
        Promises.assertNothingBut(RejectedRow.class, thrown);
        if (thrown == null) {
            return "";
        }
        Promises.assertReadable(thrown, hostile);
        return Optional.ofNullable(thrown.getMessage()).orElse("");
    }

    private static List<String> hostile() {
        List<String> hostile = new ArrayList<>(Hostile.TEXTS);
        hostile.addAll(List.of("x", "99/99/9999", "00000000", "2019-02-30", "\u0661\u0662"));
        return hostile;
    }

    private Map<String, String> with(String column, String value) {
        Map<String, String> values = new HashMap<>(activeRow());
        values.put(column, value);
        return values;
    }

    private static RegistryEntry with(String status, RegistryEntry entry) {
        return new RegistryEntry(
                entry.number(),
                entry.givenName(),
                entry.familyName(),
                entry.credential(),
                status,
                entry.taxonomies(),
                entry.licences(),
                entry.address(),
                entry.expires(),
                entry.otherNames());
    }

    /** As the platform gives it: by name, without blanks around, and nothing that was not declared. */
    private Row row(Map<String, String> values) {
        return column -> {
            if (registry().columns().stream()
                    .noneMatch(declared -> declared.name().equals(column))) {
                throw new IllegalArgumentException("This column is not declared: " + column + ".");
            }
            return values.getOrDefault(column, "").strip();
        };
    }
}
