package org.curbside.poll.likert;

import java.util.List;
import java.util.Map;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.curbside.testkit.PollTypeContract;

class LikertPollContractTest extends PollTypeContract {

    @Override
    protected PollType pollType() {
        return new LikertPoll();
    }

    @Override
    protected Question question() {
        return new Question("Would you prescribe it off-label?", List.of());
    }

    @Override
    protected List<Question> invalidQuestions() {
        return List.of(new Question("Agreed?", List.of("Yes", "No")));
    }

    @Override
    protected List<Map<String, List<String>>> validBallots() {
        return List.of(step("1"), step("4"), step("4"), step("5"));
    }

    @Override
    protected List<Map<String, List<String>>> invalidBallots() {
        return List.of(step("0"), step("6"), step("4.5"), step(" 4"), step(""), Map.of("step", List.of("4", "5")));
    }

    private static Map<String, List<String>> step(String value) {
        return Map.of("step", List.of(value));
    }
}
