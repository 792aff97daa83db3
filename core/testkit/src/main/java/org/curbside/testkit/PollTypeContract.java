package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.curbside.spi.export.Variable;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.InvalidQuestion;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.PollTypeId;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;
import org.junit.jupiter.api.Test;

/** The promises that every {@link PollType} makes. */
public abstract class PollTypeContract {

    private static final String NAME = "[a-z][a-z0-9_]{0,63}";
    private static final int LONGEST_ANSWER = 4_000;

    protected abstract PollType pollType();

    protected abstract Question question();

    protected abstract List<Question> invalidQuestions();

    /** At least three, not all alike. */
    protected abstract List<Map<String, List<String>>> validBallots();

    protected abstract List<Map<String, List<String>>> invalidBallots();

    @Test
    void it_has_a_lasting_id() {
        Promises.assertId(pollType().getClass().getAnnotation(PollTypeId.class).type());
        assertThat(pollType().schemaVersion()).isPositive().isEqualTo(pollType().schemaVersion());
    }

    @Test
    void a_good_question_is_accepted() throws InvalidQuestion {
        pollType().check(question());
    }

    @Test
    void a_bad_question_is_refused_in_words() {
        for (Question bad : invalidQuestions()) {
            Throwable refusal =
                    Promises.inTime(() -> catchThrowable(() -> pollType().check(bad)));
            assertThat(refusal).isInstanceOf(InvalidQuestion.class);
            Promises.assertReadable(refusal, bad.text());
        }
    }

    @Test
    void the_ballot_has_named_and_labelled_fields() {
        List<Field> ballot = pollType().ballot(question());
        assertThat(ballot).isNotEmpty().isEqualTo(pollType().ballot(question()));
        assertThat(ballot).extracting(Field::name).doesNotHaveDuplicates().allMatch(name -> name.matches(NAME));
        assertThat(ballot).extracting(Field::label).allMatch(label -> !label.isBlank());
    }

    @Test
    void a_valid_ballot_is_read_the_same_way_every_time() throws InvalidAnswer {
        for (Map<String, List<String>> ballot : validBallots()) {
            String answer = pollType().read(question(), ballot);
            assertThat(answer)
                    .hasSizeBetween(1, LONGEST_ANSWER)
                    .isEqualTo(pollType().read(question(), ballot));
        }
    }

    @Test
    void a_bad_ballot_is_refused_in_words() {
        List<Map<String, List<String>>> bad = new ArrayList<>(invalidBallots());
        bad.add(Map.of());
        bad.addAll(spoilt());
        bad.forEach(this::assertRefused);
    }

    @Test
    void a_hostile_ballot_is_refused_in_time() {
        for (Field field : pollType().ballot(question())) {
            if (!(field instanceof Field.Text)) {
                Promises.HOSTILE.forEach(hostile -> assertRefused(with(field.name(), List.of(hostile))));
            }
        }
    }

    @Test
    void no_ballots_give_an_empty_tally_that_can_be_shown() {
        Tally none = pollType().count(question(), List.of());
        assertThat(none).isEqualTo(Tally.EMPTY);
        assertLabelled(pollType().figures(question(), none));
    }

    @Test
    void every_ballot_is_counted_and_shown() {
        Tally tally = pollType().count(question(), answers());
        assertThat(tally.ballots()).isEqualTo(answers().size());
        assertThat(tally.cells().values()).allMatch(count -> count > 0);
        assertLabelled(pollType().figures(question(), tally));
    }

    @Test
    void the_order_of_ballots_does_not_matter() {
        List<String> reversed = answers();
        Collections.reverse(reversed);
        assertThat(pollType().count(question(), reversed)).isEqualTo(pollType().count(question(), answers()));
    }

    @Test
    void tallies_of_parts_merge_to_the_tally_of_all() {
        Tally all = pollType().count(question(), answers());
        for (int cut = 0; cut <= answers().size(); cut++) {
            Tally head = pollType().count(question(), answers().subList(0, cut));
            Tally tail = pollType()
                    .count(question(), answers().subList(cut, answers().size()));
            assertThat(head.plus(tail)).isEqualTo(all).isEqualTo(tail.plus(head));
        }
    }

    @Test
    void one_ballot_changes_no_more_cells_than_stated() {
        Tally all = pollType().count(question(), answers());
        for (int i = 0; i < answers().size(); i++) {
            List<String> others = answers();
            others.remove(i);
            Tally without = pollType().count(question(), others);
            long changed = all.cells().keySet().stream()
                    .filter(cell -> all.in(cell) != without.in(cell))
                    .peek(cell -> assertThat(all.in(cell) - without.in(cell)).isEqualTo(1))
                    .count();
            assertThat(changed).isBetween(1L, (long) pollType().sensitivity(question()));
        }
    }

    @Test
    void nothing_of_what_was_given_is_kept() throws InvalidAnswer {
        Map<String, List<String>> ballot = new HashMap<>(validBallots().get(0));
        PollType type = pollType();
        String answer = type.read(question(), ballot);
        List<String> given = new ArrayList<>(List.of(answer));
        Tally tally = type.count(question(), given);
        ballot.clear();
        given.clear();
        assertThat(tally.ballots()).isEqualTo(1);
        assertThat(type.count(question(), List.of())).isEqualTo(Tally.EMPTY);
    }

    @Test
    void many_threads_count_alike() throws Exception {
        PollType type = pollType();
        Promises.assertSameFromManyThreads(() -> type.count(question(), answers()));
        Promises.assertSameFromManyThreads(
                () -> type.read(question(), validBallots().get(0)));
    }

    @Test
    void a_present_answer_needs_no_migration_and_an_unknown_version_is_refused() throws InvalidAnswer {
        int present = pollType().schemaVersion();
        for (String answer : answers()) {
            assertThat(pollType().migrate(question(), present, answer)).isEqualTo(answer);
            for (int unknown : new int[] {present + 1, 0, -1}) {
                Throwable refusal = catchThrowable(() -> pollType().migrate(question(), unknown, answer));
                assertThat(refusal).isInstanceOf(InvalidAnswer.class);
            }
        }
    }

    @Test
    void the_codebook_explains_the_answer() {
        List<Variable> codebook = pollType().codebook(question());
        assertThat(codebook).isNotEmpty().isEqualTo(pollType().codebook(question()));
        assertThat(codebook).extracting(Variable::name).doesNotHaveDuplicates().allMatch(name -> name.matches(NAME));
        assertThat(codebook).extracting(Variable::label).allMatch(label -> !label.isBlank());
    }

    private List<String> answers() {
        List<String> answers = new ArrayList<>();
        try {
            for (Map<String, List<String>> ballot : validBallots()) {
                answers.add(pollType().read(question(), ballot));
            }
        } catch (InvalidAnswer refused) {
            throw new AssertionError("A valid ballot was refused: " + refused.getMessage(), refused);
        }
        assertThat(new TreeSet<>(answers)).as("different answers").hasSizeGreaterThan(1);
        return answers;
    }

    /** Valid ballots with one thing wrong: a value twice, or a field that nobody asked for. */
    private List<Map<String, List<String>>> spoilt() {
        List<Map<String, List<String>>> spoilt = new ArrayList<>();
        validBallots().get(0).forEach((field, values) -> {
            List<String> twice = new ArrayList<>(values);
            twice.addAll(values);
            spoilt.add(with(field, twice));
        });
        spoilt.add(with("nobody_asked", List.of("1")));
        return spoilt;
    }

    private Map<String, List<String>> with(String field, List<String> values) {
        Map<String, List<String>> ballot = new HashMap<>(validBallots().get(0));
        ballot.put(field, values);
        return ballot;
    }

    private void assertRefused(Map<String, List<String>> ballot) {
        Throwable refusal =
                Promises.inTime(() -> catchThrowable(() -> pollType().read(question(), ballot)));
        assertThat(refusal).isInstanceOf(InvalidAnswer.class);
        ballot.values().forEach(values -> values.forEach(value -> Promises.assertReadable(refusal, value)));
    }

    private static void assertLabelled(List<Figure> figures) {
        assertThat(figures).isNotEmpty().extracting(Figure::title).allMatch(title -> !title.isBlank());
        for (Figure figure : figures) {
            if (figure instanceof Figure.Distribution distribution) {
                assertThat(distribution.bars()).extracting(Figure.Bar::label).doesNotHaveDuplicates();
            } else if (figure instanceof Figure.Estimate estimate) {
                assertThat(estimate.value()).isFinite();
            }
        }
    }
}
