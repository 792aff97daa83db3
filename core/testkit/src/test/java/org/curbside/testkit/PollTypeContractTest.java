package org.curbside.testkit;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.junit.jupiter.api.extension.ExtendWith;

final class PollTypeContractTest extends ContractProof {

    PollTypeContractTest() {
        super(DosePollContract.class, DosePoll.class, QuestionFaults.class, BallotFaults.class, TallyFaults.class);
    }

    @ExtendWith(Trial.class)
    static final class DosePollContract extends PollTypeContract {

        private final Supplier<PollType> onTrial;

        DosePollContract(Supplier<PollType> onTrial) {
            this.onTrial = onTrial;
        }

        @Override
        protected PollType pollType() {
            return onTrial.get();
        }

        @Override
        protected Question question() {
            return new Question("Which one?", List.of("Lithium", "Valproate", "Quetiapine"));
        }

        @Override
        protected List<Question> invalidQuestions() {
            return List.of(new Question("One?", List.of("Lithium")), new Question("Blank?", List.of("Lithium", " ")));
        }

        @Override
        protected List<Map<String, List<String>>> validBallots() {
            return List.of(ballot("2", "50", "habit"), ballot("1", "12.5", ""), ballot("3", "100", "a|b"));
        }

        @Override
        protected List<Map<String, List<String>>> invalidBallots() {
            return List.of(ballot("4", "50", ""), ballot("1", "12,5", ""), ballot("", "50", ""));
        }

        private static Map<String, List<String>> ballot(String drug, String dose, String remark) {
            return Map.of("drug", List.of(drug), "dose", List.of(dose), "remark", List.of(remark));
        }
    }
}
