package org.curbside.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.ScreeningId;

/** Faults in what a screening finds, in how long it looks, and in what it remembers. */
final class ScreeningFaults {

    private ScreeningFaults() {}

    @Breaks("it_has_a_lasting_id")
    static final class NamesNoId extends NumberScreening {}

    @ScreeningId(id = "Number!")
    @Breaks("it_has_a_lasting_id")
    static final class NamesAnIdThatCannotBeStored extends NumberScreening {}

    @ScreeningId(id = "number")
    @Breaks({"it_finds_what_tells", "it_finds_all_of_several"})
    static final class KnowsOneKindOnly extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            return super.screen(text).stream()
                    .filter(concern -> !concern.kind().equals("day"))
                    .toList();
        }
    }

    @ScreeningId(id = "number")
    @Breaks("it_finds_all_of_several")
    static final class StopsAtTheFirst extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            return super.screen(text).stream().limit(1).toList();
        }
    }

    @ScreeningId(id = "number")
    @Breaks("it_lets_the_rest_be")
    static final class PointsAtDoses extends NumberScreening {

        private static final Pattern DOSE = Pattern.compile("\\b[0-9]{1,6} units");

        @Override
        public List<Concern> screen(String text) {
            List<Concern> concerns = new ArrayList<>(super.screen(text));
            DOSE.matcher(text).results().forEach(dose -> concerns.add(day(dose.start(), dose.end())));
            concerns.sort(Comparator.comparingInt(Concern::start));
            return concerns;
        }
    }

    @ScreeningId(id = "number")
    @Breaks("it_lets_the_rest_be")
    static final class NeedsAFirstLetter extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            return text.charAt(0) == '\n' ? List.of() : super.screen(text);
        }
    }

    @ScreeningId(id = "number")
    @Breaks("it_reads_to_the_end_of_the_longest_text")
    static final class ReadsTheFirstPage extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            return super.screen(text.substring(0, Math.min(text.length(), 60_000)));
        }
    }

    @ScreeningId(id = "number")
    @Breaks("hostile_text_is_answered_in_time")
    static final class ExpectsWholeCharacters extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            text.codePoints()
                    .filter(c -> c <= 0xffff && Character.isSurrogate((char) c))
                    .forEach(half -> {
                        throw new IllegalArgumentException("Half a character.");
                    });
            return super.screen(text);
        }
    }

    /** As an expression does that tries every way to part a text. */
    @ScreeningId(id = "number")
    @Breaks({"hostile_text_is_answered_in_time", "it_reads_to_the_end_of_the_longest_text"})
    static final class NeedsTheSquareOfTheLength extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            LockSupport.parkNanos((long) text.length() * text.length());
            return super.screen(text);
        }
    }

    @ScreeningId(id = "number")
    @Breaks({"one_text_leaves_no_trace_in_the_next", "many_threads_find_the_same"})
    static final class PointsAtATextOnce extends NumberScreening {

        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        @Override
        public List<Concern> screen(String text) {
            return seen.add(text) ? super.screen(text) : List.of();
        }
    }

    @ScreeningId(id = "number")
    @Breaks("many_threads_find_the_same")
    static final class KnowsOnlyTheThreadThatMadeIt extends NumberScreening {

        private final ThreadLocal<Boolean> ready = ThreadLocal.withInitial(() -> false);

        KnowsOnlyTheThreadThatMadeIt() {
            ready.set(true);
        }

        @Override
        public List<Concern> screen(String text) {
            return ready.get() ? super.screen(text) : List.of();
        }
    }
}
