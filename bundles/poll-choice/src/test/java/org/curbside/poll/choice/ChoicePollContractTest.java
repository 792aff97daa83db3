package org.curbside.poll.choice;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.curbside.testkit.PollTypeContract;

class ChoicePollContractTest extends PollTypeContract {

    @Override
    protected PollType pollType() {
        return new ChoicePoll();
    }

    @Override
    protected Question question() {
        return new Question("First choice?", List.of("Lithium", "Valproate", "Neither"));
    }

    @Override
    protected List<Question> invalidQuestions() {
        return List.of(
                new Question("None?", List.of()),
                new Question("One?", List.of("Yes")),
                new Question("Blank?", List.of("Yes", " ")),
                new Question("Twice?", List.of("Yes", "Yes ")),
                new Question("Too long?", List.of("Yes", "x".repeat(121))),
                new Question("Eleven?", Collections.nCopies(11, "Yes")));
    }

    @Override
    protected List<Map<String, List<String>>> validBallots() {
        return List.of(choice("1"), choice("3"), choice("3"), choice("2"));
    }

    @Override
    protected List<Map<String, List<String>>> invalidBallots() {
        return List.of(choice("0"), choice("4"), choice(""), choice("Lithium"), Map.of("choice", List.of()));
    }

    private static Map<String, List<String>> choice(String value) {
        return Map.of("choice", List.of(value));
    }
}
