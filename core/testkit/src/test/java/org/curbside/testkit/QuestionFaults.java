package org.curbside.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.curbside.spi.export.Variable;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.InvalidQuestion;
import org.curbside.spi.poll.PollTypeId;
import org.curbside.spi.poll.Question;

/** Faults in what a poll type says of itself, of a question and of its answers. */
final class QuestionFaults {

    private QuestionFaults() {}

    @Breaks("it_has_a_lasting_id_and_a_name")
    static final class NamesNoId extends DosePoll {}

    @PollTypeId(type = "dose", name = " ")
    @Breaks("it_has_a_lasting_id_and_a_name")
    static final class HasNothingToBeChosenBy extends DosePoll {}

    @PollTypeId(type = "Dose poll", name = "A dose")
    @Breaks("it_has_a_lasting_id_and_a_name")
    static final class NamesAnIdThatCannotBeStored extends DosePoll {}

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks({
        "it_has_a_lasting_id_and_a_name",
        "a_present_answer_needs_no_migration",
        "an_older_answer_becomes_a_present_one"
    })
    static final class ChangesItsVersionWithEveryStart extends DosePoll {
        @Override
        public int schemaVersion() {
            return 1 + (System.identityHashCode(this) & 0xffff);
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_good_question_is_accepted")
    static final class RefusesEveryQuestion extends DosePoll {
        @Override
        public void check(Question question) throws InvalidQuestion {
            throw new InvalidQuestion("This is not to be asked.");
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_bad_question_is_refused_in_words")
    static final class TakesEveryQuestion extends DosePoll {
        @Override
        public void check(Question question) {}
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_bad_question_is_refused_in_words")
    static final class RepeatsTheChoices extends DosePoll {
        @Override
        public void check(Question question) throws InvalidQuestion {
            try {
                super.check(question);
            } catch (InvalidQuestion refused) {
                throw new InvalidQuestion("These drugs will not do: " + question.choices() + ".");
            }
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("a_hostile_question_is_accepted_or_refused_in_time")
    static final class TakesChoicesForNumbers extends DosePoll {
        @Override
        public void check(Question question) throws InvalidQuestion {
            super.check(question);
            if (question.choices().get(0).startsWith("1")
                    && Integer.parseInt(question.choices().get(0)) > 9) {
                throw new InvalidQuestion("The first number is too large.");
            }
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("the_ballot_can_be_drawn")
    static final class LabelsNoField extends DosePoll {
        @Override
        public List<Field> ballot(Question question) {
            return with(super.ballot(question), new Field.Text("remark", " ", 200));
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("the_ballot_can_be_drawn")
    static final class LabelsNoOption extends DosePoll {
        @Override
        public List<Field> ballot(Question question) {
            List<Field.Option> options = drugs(question).keySet().stream()
                    .map(value -> new Field.Option(value, ""))
                    .toList();
            List<Field> ballot = new ArrayList<>(super.ballot(question));
            ballot.set(0, new Field.SingleChoice("drug", "Which one?", options));
            return ballot;
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("the_ballot_can_be_drawn")
    static final class AsksForMoreThanCanBeStored extends DosePoll {
        @Override
        public List<Field> ballot(Question question) {
            return with(super.ballot(question), new Field.Text("remark", "Why?", 5_000));
        }

        @Override
        String remark(String submitted) throws InvalidAnswer {
            if (submitted.length() > 5_000) {
                throw new InvalidAnswer("Say it in 5000 characters.");
            }
            return submitted.substring(0, Math.min(submitted.length(), 200));
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("the_codebook_explains_the_answer")
    static final class LeavesCodesUnexplained extends DosePoll {
        @Override
        public List<Variable> codebook(Question question) {
            return List.of(new Variable("drug", "The drug", Variable.Type.CODE, Map.of()));
        }
    }

    @PollTypeId(type = "dose", name = "A dose")
    @Breaks("the_codebook_explains_the_answer")
    static final class NamesVariablesAlike extends DosePoll {
        @Override
        public List<Variable> codebook(Question question) {
            Variable dose = super.codebook(question).get(1);
            return List.of(dose, dose);
        }
    }

    /** With another last field. */
    private static List<Field> with(List<Field> ballot, Field last) {
        List<Field> changed = new ArrayList<>(ballot);
        changed.set(ballot.size() - 1, last);
        return changed;
    }
}
