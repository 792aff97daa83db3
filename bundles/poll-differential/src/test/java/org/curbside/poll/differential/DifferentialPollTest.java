package org.curbside.poll.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.InvalidQuestion;
import org.curbside.spi.poll.Question;
import org.junit.jupiter.api.Test;

class DifferentialPollTest {

    private static final Question QUESTION =
            new Question("What is it?", List.of("Sarcoidosis", "Tuberculosis", "Lymphoma", "Silicosis"));

    private final DifferentialPoll poll = new DifferentialPoll();

    @Test
    void up_to_five_of_fifteen_are_ranked() throws InvalidQuestion {
        Question wide = new Question(
                "Which?", IntStream.range(0, 15).mapToObj(i -> "Diagnosis " + i).toList());
        poll.check(wide);
        assertThat(poll.ballot(wide))
                .extracting(Field::name)
                .containsExactly("first", "second", "third", "fourth", "fifth");
        assertThat(poll.sensitivity(wide)).isEqualTo(5);
        assertThat(poll.ballot(QUESTION)).hasSize(4);
    }

    @Test
    void the_first_rank_is_always_given_and_the_others_need_not_be() {
        Field.SingleChoice first = (Field.SingleChoice) poll.ballot(QUESTION).get(0);
        Field.SingleChoice second = (Field.SingleChoice) poll.ballot(QUESTION).get(1);
        assertThat(first.options()).extracting(Field.Option::value).containsExactly("1", "2", "3", "4");
        assertThat(second.options()).extracting(Field.Option::value).containsExactly("0", "1", "2", "3", "4");
    }

    /** Both are named by all three; the third ballot ranks one of them second and the other third. */
    @Test
    void ranks_are_pooled_by_their_reciprocals() {
        List<Figure> figures = poll.figures(QUESTION, poll.count(QUESTION, List.of("1,2", "2,1", "3,2,1")));
        Figure.Ranking pooled = (Figure.Ranking) figures.get(0);
        assertThat(pooled.places())
                .extracting(Figure.Place::label)
                .containsExactly("Tuberculosis", "Sarcoidosis", "Lymphoma", "Silicosis");
        assertThat(pooled.places().get(0).score()).isEqualTo(2.0);
        assertThat(pooled.places().get(1).score()).isCloseTo(1 + 1 / 2.0 + 1 / 3.0, within(1e-12));
        assertThat(pooled.places().get(3).score()).isZero();
        assertThat(figures.get(1))
                .isEqualTo(new Figure.Distribution(
                        "Ballots that name it at all",
                        List.of(
                                new Figure.Bar("Sarcoidosis", 3),
                                new Figure.Bar("Tuberculosis", 3),
                                new Figure.Bar("Lymphoma", 1),
                                new Figure.Bar("Silicosis", 0))));
    }

    @Test
    void a_tie_stays_in_the_order_offered() {
        Figure.Ranking pooled = (Figure.Ranking)
                poll.figures(QUESTION, poll.count(QUESTION, List.of("4", "2"))).get(0);
        assertThat(pooled.places())
                .extracting(Figure.Place::label)
                .containsExactly("Tuberculosis", "Silicosis", "Sarcoidosis", "Lymphoma");
    }

    @Test
    void what_is_stored_is_read_strictly() throws InvalidAnswer {
        assertThat(poll.migrate(QUESTION, 1, "4,1")).isEqualTo("4,1");
        for (String wrong : List.of("4,4", "5", "1,", ",1", "1,2,3,4,1", "01")) {
            assertThatThrownBy(() -> poll.migrate(QUESTION, 1, wrong)).isInstanceOf(InvalidAnswer.class);
        }
    }
}
