package org.curbside.poll.differential;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.curbside.testkit.PollTypeContract;

class DifferentialPollContractTest extends PollTypeContract {

    @Override
    protected PollType pollType() {
        return new DifferentialPoll();
    }

    @Override
    protected Question question() {
        return new Question("What is it?", List.of("Sarcoidosis", "Tuberculosis", "Lymphoma"));
    }

    @Override
    protected List<Question> invalidQuestions() {
        return List.of(
                new Question("None?", List.of()),
                new Question("One?", List.of("Gout")),
                new Question("Blank?", List.of("Gout", " ")),
                new Question("Twice?", List.of("Gout", "gout ")),
                new Question("Too long?", List.of("Gout", "x".repeat(121))),
                new Question("Sixteen?", Collections.nCopies(16, "Gout")));
    }

    @Override
    protected List<Map<String, List<String>>> validBallots() {
        return List.of(ranks("1", "2", "3"), ranks("3", "1", "2"), ranks("2", "3", "1"), ranks("1", "0", "0"));
    }

    @Override
    protected List<Map<String, List<String>>> invalidBallots() {
        return List.of(
                ranks("0", "0", "0"),
                ranks("1", "1", "0"),
                ranks("1", "0", "2"),
                ranks("4", "1", "2"),
                ranks("", "1", "2"),
                ranks("Sarcoidosis", "0", "0"));
    }

    private static Map<String, List<String>> ranks(String first, String second, String third) {
        return new HashMap<>(Map.of("first", List.of(first), "second", List.of(second), "third", List.of(third)));
    }
}
