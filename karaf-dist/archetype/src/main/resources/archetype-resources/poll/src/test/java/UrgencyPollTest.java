package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.curbside.testkit.PollTypeContract;
import org.junit.jupiter.api.Test;

/** The contract tries what every poll type must hold, with the samples from here. Your own tests stand beside it. */
class UrgencyPollTest extends PollTypeContract {

    @Override
    protected PollType pollType() {
        return new UrgencyPoll();
    }

    @Override
    protected Question question() {
        return new Question("Painless jaundice, 60 years old, otherwise well. How soon?", List.of());
    }

    @Override
    protected List<Question> invalidQuestions() {
        return List.of(new Question("How soon?", List.of("Soon", "Sooner")));
    }

    @Override
    protected List<Map<String, List<String>>> validBallots() {
        return List.of(span("now"), span("day"), span("week"), span("week"), span("month"), span("later"));
    }

    @Override
    protected List<Map<String, List<String>>> invalidBallots() {
        return List.of(span("tomorrow"), span("NOW"), span(""), Map.of("span", List.of("now", "day")));
    }

    @Test
    void the_share_that_would_not_wait_is_shown() {
        PollType poll = pollType();
        List<Figure> figures =
                poll.figures(question(), poll.count(question(), List.of("now", "day", "week", "later")));
        assertThat(figures).contains(new Figure.Estimate("Within a day, or at once", 50, "%"));
    }

    private static Map<String, List<String>> span(String value) {
        return Map.of("span", List.of(value));
    }
}
