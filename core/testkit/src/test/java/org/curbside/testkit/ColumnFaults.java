package org.curbside.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Edition;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;

/** Faults in what a registry says of itself and of its file. */
final class ColumnFaults {

    private ColumnFaults() {}

    @Breaks("it_has_a_lasting_id_and_a_title")
    static final class NamesNoId extends PlainRegistry {}

    @RegistryId(id = "State Board")
    @Breaks("it_has_a_lasting_id_and_a_title")
    static final class NamesAnIdThatCannotBeStored extends PlainRegistry {}

    @RegistryId(id = "plain")
    @Breaks("it_has_a_lasting_id_and_a_title")
    static final class HasNoTitle extends PlainRegistry {
        @Override
        public String title() {
            return " ";
        }
    }

    @RegistryId(id = "plain")
    @Breaks("it_says_what_it_knows_the_same_every_time")
    static final class WritesItsStateInFull extends PlainRegistry {
        @Override
        public Coverage coverage() {
            return Coverage.board("US", "Ohio");
        }
    }

    @RegistryId(id = "plain")
    @Breaks("any_file_is_of_some_edition")
    static final class TakesEveryDayForOne extends PlainRegistry {
        @Override
        public Edition edition(String fileName, List<String> headers) {
            return fileName.matches("[0-9]{8}.*")
                    ? Edition.FULL.asOf(LocalDate.of(
                            Integer.parseInt(fileName.substring(0, 4)),
                            Integer.parseInt(fileName.substring(4, 6)),
                            Integer.parseInt(fileName.substring(6, 8))))
                    : Edition.FULL;
        }
    }

    @RegistryId(id = "plain")
    @Breaks("headers_are_bound_without_doubt")
    static final class BindsOneHeaderToTwo extends PlainRegistry {
        @Override
        public List<Column> columns() {
            return List.of(
                    Column.required("License Number", "Number"),
                    Column.required("Last Name"),
                    Column.optional("First Name"),
                    Column.required("Status", "Number"));
        }
    }

    @RegistryId(id = "plain")
    @Breaks("headers_are_bound_without_doubt")
    static final class LeavesABlankAtAHeader extends PlainRegistry {
        @Override
        public List<Column> columns() {
            return List.of(
                    Column.required("License Number", "Lic No "),
                    Column.required("Last Name"),
                    Column.optional("First Name"),
                    Column.required("Status"));
        }
    }

    @RegistryId(id = "plain")
    @Breaks("headers_are_bound_without_doubt")
    static final class RequiresNothing extends PlainRegistry {
        @Override
        public List<Column> columns() {
            return List.of(
                    Column.optional("License Number"),
                    Column.optional("Last Name"),
                    Column.optional("First Name"),
                    Column.optional("Status"));
        }
    }

    @RegistryId(id = "plain")
    @Breaks("headers_are_bound_without_doubt")
    static final class PartsAtQuotes extends PlainRegistry {
        @Override
        public char delimiter() {
            return '"';
        }
    }

    @RegistryId(id = "plain")
    @Breaks("headers_are_bound_without_doubt")
    static final class DeclaresOtherColumnsEachTime extends PlainRegistry {
        private static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public List<Column> columns() {
            List<Column> columns = new ArrayList<>(super.columns());
            columns.add(Column.optional("Column " + CALLS.incrementAndGet()));
            return columns;
        }
    }

    @RegistryId(id = "plain")
    @Breaks({
        "good_standing_is_active_every_time",
        "an_unusable_row_is_refused_for_a_reason_that_does_not_repeat_it",
        "an_unknown_status_is_never_guessed",
        "a_status_that_only_holds_the_good_word_is_not_active",
        "a_row_with_an_empty_value_is_read_or_refused",
        "whatever_a_row_holds_it_is_read_or_refused_in_time",
        "every_node_reads_and_judges_the_same",
        "many_threads_read_alike"
    })
    static final class ReadsAColumnThatItDoesNotDeclare extends PlainRegistry {
        @Override
        public RegistryEntry read(Row row) throws RejectedRow {
            if (row.value("Expiry").isEmpty()) {
                return super.read(row);
            }
            throw new RejectedRow("The licence has run out.");
        }
    }
}
