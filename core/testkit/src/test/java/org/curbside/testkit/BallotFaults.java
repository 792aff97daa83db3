package org.curbside.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.PollTypeId;
import org.curbside.spi.poll.Question;

/** Faults in how a poll type reads a ballot, and in what it makes of older answers. */
final class BallotFaults {

    private BallotFaults() {}

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({
        "a_bad_ballot_is_refused_in_words",
        "a_value_that_the_ballot_does_not_offer_is_refused_in_time",
        "a_value_in_other_digits_is_refused_or_means_the_same"
    })
    static final class TakesAnyDrug extends DosePoll {
        @Override
        String drug(Question question, String submitted) {
            return submitted.substring(0, Math.min(submitted.length(), 9));
        }
    }

    /** Nothing is below or above a number that is none. */
    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_value_that_the_ballot_does_not_offer_is_refused_in_time")
    static final class TakesWhatIsNoNumber extends DosePoll {
        @Override
        String dose(String submitted) throws InvalidAnswer {
            return submitted.equals("NaN") ? "0" : super.dose(submitted);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_value_that_the_ballot_does_not_offer_is_refused_in_time")
    static final class TakesOneTooMany extends DosePoll {
        @Override
        String dose(String submitted) throws InvalidAnswer {
            return submitted.equals("101") ? "100" : super.dose(submitted);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({"a_value_that_the_ballot_does_not_offer_is_refused_in_time", "hostile_words_are_read_or_refused_in_time"})
    static final class StoresRemarksOfAnyLength extends DosePoll {
        @Override
        String remark(String submitted) {
            return submitted;
        }

        @Override
        public String migrate(Question question, int version, String answer) throws InvalidAnswer {
            if (answer.length() > 4_000) {
                throw new InvalidAnswer("This form is not known.");
            }
            return super.migrate(question, version, answer);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({
        "a_bad_ballot_is_refused_in_words",
        "a_value_that_the_ballot_does_not_offer_is_refused_in_time",
        "hostile_words_are_read_or_refused_in_time",
        "a_value_in_other_digits_is_refused_or_means_the_same"
    })
    static final class ThrowsWhatItsParserThrows extends DosePoll {
        @Override
        String dose(String submitted) throws InvalidAnswer {
            return Double.parseDouble(submitted) < 0 ? "0" : super.dose(submitted);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_value_in_other_digits_is_refused_or_means_the_same")
    static final class StoresADoseAsItWasWritten extends DosePoll {
        @Override
        String dose(String submitted) throws InvalidAnswer {
            super.dose(submitted);
            return submitted;
        }
    }

    /** As {@code Integer.parseInt} does. */
    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_value_in_other_digits_is_refused_or_means_the_same")
    static final class StoresDigitsOfAnyScript extends DosePoll {
        @Override
        String drug(Question question, String submitted) throws InvalidAnswer {
            super.drug(question, submitted.replace('\u0662', '2'));
            return submitted;
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("every_choice_that_is_drawn_can_be_made")
    static final class ForgetsTheLastDrug extends DosePoll {
        @Override
        String drug(Question question, String submitted) throws InvalidAnswer {
            return super.drug(question, submitted.equals("3") ? "2" : submitted);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_missing_repeated_or_unknown_field_is_refused")
    static final class FillsInWhatIsMissing extends DosePoll {
        @Override
        public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
            Map<String, List<String>> filled = new HashMap<>(submitted);
            filled.putIfAbsent("remark", List.of(""));
            return super.read(question, filled);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_missing_repeated_or_unknown_field_is_refused")
    static final class TakesTheFirstOfTwo extends DosePoll {
        @Override
        public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
            Map<String, List<String>> first = new HashMap<>(submitted);
            first.replaceAll((field, values) -> values.subList(0, Math.min(1, values.size())));
            return super.read(question, first);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({"a_bad_ballot_is_refused_in_words", "a_value_that_the_ballot_does_not_offer_is_refused_in_time"})
    static final class RepeatsWhatWasSubmitted extends DosePoll {
        @Override
        String dose(String submitted) throws InvalidAnswer {
            try {
                return super.dose(submitted);
            } catch (InvalidAnswer refused) {
                throw new InvalidAnswer("This is no dose: " + submitted + ".");
            }
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({
        "a_valid_ballot_is_read_the_same_way_every_time",
        "a_value_in_other_digits_is_refused_or_means_the_same",
        "every_node_says_the_same",
        "many_threads_count_alike"
    })
    static final class AddsSomethingRandom extends DosePoll {
        @Override
        String remark(String submitted) throws InvalidAnswer {
            String remark = super.remark(submitted);
            return remark.startsWith("#") ? remark : "#" + UUID.randomUUID();
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("every_node_says_the_same")
    static final class WritesAsTheMachineSpeaks extends DosePoll {
        @Override
        public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
            String answer = super.read(question, submitted);
            return answer + Arrays.toString(String.format("%d", 1).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("what_was_given_is_neither_kept_nor_changed")
    static final class EmptiesTheBallot extends DosePoll {
        @Override
        public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
            String answer = super.read(question, submitted);
            new ArrayList<>(submitted.values())
                    .stream().filter(ArrayList.class::isInstance).forEach(List::clear);
            return answer;
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_present_answer_needs_no_migration")
    static final class ChangesWhatIsPresent extends DosePoll {
        @Override
        public String migrate(Question question, int version, String answer) throws InvalidAnswer {
            return super.migrate(question, version, answer) + " (migrated)";
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("an_answer_that_was_never_written_is_not_migrated")
    static final class MigratesAnything extends DosePoll {
        @Override
        public String migrate(Question question, int version, String answer) {
            return answer;
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("an_older_answer_becomes_a_present_one")
    static final class ForgetsItsOwnPast extends DosePoll {
        @Override
        public int schemaVersion() {
            return 2;
        }
    }
}
