package org.curbside.poll.likert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;
import org.junit.jupiter.api.Test;

class LikertPollTest {

    private static final Question QUESTION = new Question("Safe in pregnancy?", List.of());

    private final LikertPoll poll = new LikertPoll();

    @Test
    void all_five_steps_are_shown_with_their_mean() {
        List<Figure> figures = poll.figures(QUESTION, poll.count(QUESTION, List.of("5", "2", "5")));
        assertThat(figures.get(0))
                .isEqualTo(new Figure.Distribution(
                        "Ballots by step",
                        List.of(
                                new Figure.Bar("Strongly disagree", 0),
                                new Figure.Bar("Disagree", 1),
                                new Figure.Bar("Undecided", 0),
                                new Figure.Bar("Agree", 0),
                                new Figure.Bar("Strongly agree", 2))));
        assertThat(figures.get(1)).isEqualTo(new Figure.Estimate("Mean step", 4.0, "of 5"));
    }

    @Test
    void no_mean_is_shown_of_nothing() {
        assertThat(poll.figures(QUESTION, Tally.EMPTY)).hasSize(1);
    }

    @Test
    void the_codebook_names_the_ends() {
        assertThat(poll.codebook(QUESTION).get(0).values())
                .contains(Map.entry("1", "Strongly disagree"), Map.entry("5", "Strongly agree"));
    }
}
