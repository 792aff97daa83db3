package org.curbside.testkit;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;

/** Faults in how a registry reads a row. */
final class RowFaults {

    private RowFaults() {}

    @RegistryId(id = "plain")
    @Breaks("good_standing_is_active_every_time")
    static final class LosesTheName extends PlainRegistry {
        @Override
        public RegistryEntry read(Row row) throws RejectedRow {
            RegistryEntry entry = super.read(row);
            return new RegistryEntry(
                    entry.number(),
                    entry.givenName(),
                    "",
                    entry.credential(),
                    entry.status(),
                    entry.taxonomies(),
                    entry.licences(),
                    entry.address());
        }
    }

    @RegistryId(id = "plain")
    @Breaks({"good_standing_is_active_every_time", "every_node_reads_and_judges_the_same", "many_threads_read_alike"})
    static final class MakesUpANumber extends PlainRegistry {
        @Override
        String number(String value) throws RejectedRow {
            return super.number(value) + "-" + UUID.randomUUID();
        }
    }

    @RegistryId(id = "plain")
    @Breaks("good_standing_is_active_every_time")
    static final class LosesTheNumber extends PlainRegistry {
        @Override
        String number(String value) throws RejectedRow {
            return super.number(value).substring(0, 0);
        }
    }

    @RegistryId(id = "plain")
    @Breaks("an_unusable_row_is_refused_for_a_reason_that_does_not_repeat_it")
    static final class TakesAnyNumber extends PlainRegistry {
        @Override
        String number(String value) {
            return value;
        }
    }

    @RegistryId(id = "plain")
    @Breaks({
        "an_unusable_row_is_refused_for_a_reason_that_does_not_repeat_it",
        "whatever_a_row_holds_it_is_read_or_refused_in_time"
    })
    static final class RepeatsWhatItCannotRead extends PlainRegistry {
        @Override
        String number(String value) throws RejectedRow {
            try {
                return super.number(value);
            } catch (RejectedRow refused) {
                throw new RejectedRow("This is no number: " + value + ".");
            }
        }
    }

    @RegistryId(id = "plain")
    @Breaks({
        "an_unusable_row_is_refused_for_a_reason_that_does_not_repeat_it",
        "a_row_with_an_empty_value_is_read_or_refused",
        "whatever_a_row_holds_it_is_read_or_refused_in_time"
    })
    static final class SaysWhatTheParserSays extends PlainRegistry {
        @Override
        String number(String value) throws RejectedRow {
            try {
                return String.valueOf(Integer.parseInt(value));
            } catch (NumberFormatException e) {
                throw new RejectedRow(String.valueOf(e.getMessage()));
            }
        }
    }

    @RegistryId(id = "plain")
    @Breaks({
        "an_unusable_row_is_refused_for_a_reason_that_does_not_repeat_it",
        "a_row_with_an_empty_value_is_read_or_refused",
        "whatever_a_row_holds_it_is_read_or_refused_in_time"
    })
    static final class ThrowsWhatTheParserThrows extends PlainRegistry {
        @Override
        String number(String value) {
            return String.valueOf(Integer.parseInt(value));
        }
    }

    @RegistryId(id = "plain")
    @Breaks({"a_row_with_an_empty_value_is_read_or_refused", "whatever_a_row_holds_it_is_read_or_refused_in_time"})
    static final class NeedsAFirstLetter extends PlainRegistry {
        @Override
        String number(String value) throws RejectedRow {
            return value.charAt(0) == '0' ? super.number(value.substring(1)) : super.number(value);
        }
    }

    @RegistryId(id = "plain")
    @Breaks("whatever_a_row_holds_it_is_read_or_refused_in_time")
    static final class CountsItsRefusals extends PlainRegistry {
        private static final AtomicInteger REFUSED = new AtomicInteger();

        @Override
        String number(String value) throws RejectedRow {
            try {
                return super.number(value);
            } catch (RejectedRow refused) {
                throw new RejectedRow("This is refusal " + REFUSED.incrementAndGet() + " of the day.");
            }
        }
    }

    /** As an expression does that tries every way to part a text. */
    @RegistryId(id = "plain")
    @Breaks("whatever_a_row_holds_it_is_read_or_refused_in_time")
    static final class NeedsTheSquareOfTheLength extends PlainRegistry {
        @Override
        String number(String value) throws RejectedRow {
            LockSupport.parkNanos((long) value.length() * value.length());
            return super.number(value);
        }
    }

    /** In Egypt its digits are others. */
    @RegistryId(id = "plain")
    @Breaks("every_node_reads_and_judges_the_same")
    static final class WritesNumbersAsTheMachineDoes extends PlainRegistry {
        @Override
        String number(String value) throws RejectedRow {
            return String.format("%d", Integer.valueOf(super.number(value)));
        }
    }

    @RegistryId(id = "plain")
    @Breaks("many_threads_read_alike")
    static final class KnowsOnlyTheThreadThatMadeIt extends PlainRegistry {
        private final ThreadLocal<Boolean> ready = ThreadLocal.withInitial(() -> false);

        KnowsOnlyTheThreadThatMadeIt() {
            ready.set(true);
        }

        @Override
        String number(String value) throws RejectedRow {
            return ready.get() ? super.number(value) : "0";
        }
    }
}
