package org.curbside.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.PollTypeId;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;

/** Faults in how a poll type counts answers and shows a tally. */
final class TallyFaults {

    private TallyFaults() {}

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({
        "every_ballot_is_counted",
        "every_ballot_is_shown",
        "the_order_of_ballots_does_not_matter",
        "tallies_of_parts_merge_to_the_tally_of_all"
    })
    static final class LosesTheLastBallot extends DosePoll {
        @Override
        public Tally count(Question question, Collection<String> answers) {
            List<String> all = List.copyOf(answers);
            return super.count(question, all.subList(0, Math.max(0, all.size() - 1)));
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({
        "every_ballot_is_counted",
        "tallies_of_parts_merge_to_the_tally_of_all",
        "one_ballot_changes_no_more_cells_than_stated"
    })
    static final class TakesEqualAnswersForOne extends DosePoll {
        @Override
        public Tally count(Question question, Collection<String> answers) {
            return super.count(question, new LinkedHashSet<>(answers));
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({
        "the_order_of_ballots_does_not_matter",
        "tallies_of_parts_merge_to_the_tally_of_all",
        "one_ballot_changes_no_more_cells_than_stated"
    })
    static final class RemembersWhoCameFirst extends DosePoll {
        @Override
        public Tally count(Question question, Collection<String> answers) {
            Tally tally = super.count(question, answers);
            return answers.isEmpty()
                    ? tally
                    : and(tally, "first " + answers.iterator().next());
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("tallies_of_parts_merge_to_the_tally_of_all")
    static final class CountsTheCounts extends DosePoll {
        @Override
        public Tally count(Question question, Collection<String> answers) {
            Tally tally = super.count(question, answers);
            return answers.isEmpty() ? tally : and(tally, "counts");
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("one_ballot_changes_no_more_cells_than_stated")
    static final class StatesTooLittleSensitivity extends DosePoll {
        @Override
        public int sensitivity(Question question) {
            return 1;
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("one_ballot_changes_no_more_cells_than_stated")
    static final class WeighsABallotTwice extends DosePoll {
        @Override
        Tally one(String answer) {
            TreeMap<String, Long> cells = new TreeMap<>(super.one(answer).cells());
            cells.replaceAll((cell, count) -> 2 * count);
            return new Tally(1, cells);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("every_ballot_is_counted")
    static final class CountsWhatNobodyChose extends DosePoll {
        @Override
        Tally one(String answer) {
            TreeMap<String, Long> cells = new TreeMap<>(super.one(answer).cells());
            drugs(new Question("", List.of("a", "b", "c")))
                    .keySet()
                    .forEach(drug -> cells.putIfAbsent("drug " + drug, 0L));
            return new Tally(1, cells);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("what_was_given_is_neither_kept_nor_changed")
    static final class SortsWhatItWasGiven extends DosePoll {
        @Override
        public Tally count(Question question, Collection<String> answers) {
            if (answers instanceof ArrayList<String> list) {
                Collections.sort(list);
            }
            return super.count(question, answers);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({"what_was_given_is_neither_kept_nor_changed", "many_threads_count_alike"})
    static final class AddsToWhatItCountedBefore extends DosePoll {
        private Tally before = Tally.EMPTY;

        @Override
        public synchronized Tally count(Question question, Collection<String> answers) {
            before = before.plus(super.count(question, answers));
            return before;
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("many_threads_count_alike")
    static final class WorksForOneThreadOnly extends DosePoll {
        private final Thread mine = Thread.currentThread();

        @Override
        Tally one(String answer) {
            return Thread.currentThread() == mine ? super.one(answer) : Tally.EMPTY;
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({"no_ballots_give_an_empty_tally_that_can_be_shown", "a_noisy_tally_can_be_shown"})
    static final class DividesByNothing extends DosePoll {
        @Override
        public List<Figure> figures(Question question, Tally tally) {
            double share = 100.0 * tally.in("drug 1") / tally.ballots();
            return List.of(new Figure.Estimate("Share of the first", share, "%"));
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_noisy_tally_can_be_shown")
    static final class ExpectsNoNoise extends DosePoll {
        @Override
        public List<Figure> figures(Question question, Tally tally) {
            if (tally.cells().values().stream().anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("A count cannot be negative.");
            }
            return super.figures(question, tally);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("every_ballot_is_shown")
    static final class ShowsNoLastDrug extends DosePoll {
        @Override
        public List<Figure> figures(Question question, Tally tally) {
            List<String> shown =
                    question.choices().subList(0, question.choices().size() - 1);
            return super.figures(new Question(question.text(), shown), tally);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({"no_ballots_give_an_empty_tally_that_can_be_shown", "every_ballot_is_shown", "a_noisy_tally_can_be_shown"})
    static final class LabelsNoBar extends DosePoll {
        @Override
        public List<Figure> figures(Question question, Tally tally) {
            return List.of(new Figure.Distribution("Drugs", List.of(new Figure.Bar("", tally.ballots()))));
        }
    }

    /** With one more cell, in which one ballot fell. */
    private static Tally and(Tally tally, String cell) {
        return new Tally(0, new TreeMap<>(Map.of(cell, 1L))).plus(tally);
    }
}
