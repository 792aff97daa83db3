package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Verdict;
import org.junit.jupiter.api.Test;

/** The promises that every {@link BulkRegistry} makes. */
public abstract class BulkRegistryContract {

    protected abstract BulkRegistry registry();

    /** Values by column, of a physician in good standing. */
    protected abstract Map<String, String> activeRow();

    /** Values by column, of a row that must be refused. */
    protected abstract Map<String, String> unusableRow();

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
        assertThat(headers).isNotEmpty().doesNotHaveDuplicates().allMatch(header -> !header.isBlank());
        assertThat(registry().columns()).anyMatch(Column::required);
        assertThat(registry().delimiter()).isNotIn('"', '\n', '\r');
    }

    @Test
    void good_standing_is_active_every_time() throws RejectedRow {
        RegistryEntry entry = registry().read(row(activeRow()));
        assertThat(entry).isEqualTo(registry().read(row(activeRow())));
        assertThat(entry.number()).isNotBlank();
        assertThat(registry().judge(entry).verdict()).isEqualTo(Verdict.ACTIVE);
    }

    @Test
    void an_unusable_row_is_refused_for_a_fixed_reason() {
        Throwable refusal = catchThrowable(() -> registry().read(row(unusableRow())));
        assertThat(refusal).isInstanceOf(RejectedRow.class);
        Promises.assertReadable(refusal, String.join("", unusableRow().values()));
    }

    @Test
    void an_unknown_status_is_never_guessed() {
        RegistryEntry unknown =
                new RegistryEntry("1", "A", "B", "XQZ", "Some new word", List.of(), List.of(), Optional.empty());
        Judgement judgement = registry().judge(unknown);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(judgement.reason()).hasSizeBetween(10, 200).matches("[A-Z].*[.]");
    }

    @Test
    void whatever_a_row_holds_it_is_read_or_refused_in_time() {
        for (String hostile : Promises.HOSTILE) {
            assertReadOrRefused(declared -> hostile);
            for (String column : activeRow().keySet()) {
                assertReadOrRefused(declared ->
                        declared.equals(column) ? hostile : activeRow().getOrDefault(declared, ""));
            }
        }
        assertReadOrRefused(declared -> "");
    }

    @Test
    void many_threads_read_alike() throws Exception {
        BulkRegistry registry = registry();
        Promises.assertSameFromManyThreads(() -> registry.read(row(activeRow())));
    }

    private void assertReadOrRefused(Row hostile) {
        Throwable thrown = Promises.inTime(
                () -> catchThrowable(() -> registry().judge(registry().read(hostile))));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(RejectedRow.class);
        }
    }

    private Row row(Map<String, String> values) {
        return column -> {
            if (registry().columns().stream()
                    .noneMatch(declared -> declared.name().equals(column))) {
                throw new IllegalArgumentException("This column is not declared: " + column + ".");
            }
            return values.getOrDefault(column, "");
        };
    }
}
