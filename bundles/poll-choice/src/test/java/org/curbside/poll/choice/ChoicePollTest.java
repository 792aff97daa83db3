package org.curbside.poll.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.InvalidQuestion;
import org.curbside.spi.poll.Question;
import org.junit.jupiter.api.Test;

class ChoicePollTest {

    private static final Question QUESTION = new Question("First choice?", List.of("Lithium", "Valproate", "Neither"));

    private final ChoicePoll poll = new ChoicePoll();

    @Test
    void ten_choices_may_be_offered() throws InvalidQuestion {
        poll.check(new Question(
                "Which?", IntStream.range(0, 10).mapToObj(i -> "Choice " + i).toList()));
    }

    @Test
    void the_ballot_offers_the_choices_in_order() {
        assertThat(poll.ballot(QUESTION))
                .containsExactly(new Field.SingleChoice(
                        "choice",
                        "Your choice",
                        List.of(
                                new Field.Option("1", "Lithium"),
                                new Field.Option("2", "Valproate"),
                                new Field.Option("3", "Neither"))));
    }

    @Test
    void a_choice_that_nobody_took_is_shown_with_zero() {
        assertThat(poll.figures(QUESTION, poll.count(QUESTION, List.of("3", "1", "3"))))
                .containsExactly(new Figure.Distribution(
                        "Ballots by choice",
                        List.of(
                                new Figure.Bar("Lithium", 1),
                                new Figure.Bar("Valproate", 0),
                                new Figure.Bar("Neither", 2))));
    }

    @Test
    void the_codebook_says_what_each_place_means() {
        assertThat(poll.codebook(QUESTION).get(0).values())
                .containsExactly(Map.entry("1", "Lithium"), Map.entry("2", "Valproate"), Map.entry("3", "Neither"));
    }
}
