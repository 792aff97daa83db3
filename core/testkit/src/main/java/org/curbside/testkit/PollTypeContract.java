package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.InvalidQuestion;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.PollTypeId;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;
import org.curbside.testkit.trial.Drawable;
import org.curbside.testkit.trial.FieldValues;
import org.curbside.testkit.trial.Hostile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The promises that every {@link PollType} makes. To test yours, extend this class in a class whose name ends in
 * {@code Test}, return a new poll type from {@link #pollType}, and give samples from the other four methods, some twenty
 * lines in all. What no browser should submit for the fields you draw is tried by itself; {@link #invalidBallots} adds
 * what only your type can know to be wrong.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class PollTypeContract {

    private static final int LONGEST_ANSWER = 4_000;

    /** A new one at every call. */
    protected abstract PollType pollType();

    /** One that {@link PollType#check} accepts; all ballots here answer it. */
    protected abstract Question question();

    /** At least one for each reason that {@link PollType#check} has to refuse it. */
    protected abstract List<Question> invalidQuestions();

    /** Submitted values by field name; at least three ballots, not all alike, that together reach every cell. */
    protected abstract List<Map<String, List<String>>> validBallots();

    /** At least one for each reason that {@link PollType#read} has to refuse it. */
    protected abstract List<Map<String, List<String>>> invalidBallots();

    /** Answers as an older version stored them; at least one for each, once {@link PollType#schemaVersion} is above 1. */
    protected List<String> answersOf(int olderVersion) {
        return List.of();
    }

    @Test
    void it_has_a_lasting_id_and_a_name() {
        Promises.assertId(pollType(), PollTypeId.class, PollTypeId::type);
        String name = pollType().getClass().getAnnotation(PollTypeId.class).name();
        assertThat(name).isNotBlank().isEqualTo(name.strip()).hasSizeLessThanOrEqualTo(80);
        assertThat(pollType().schemaVersion()).isPositive().isEqualTo(pollType().schemaVersion());
    }

    @Test
    void a_good_question_is_accepted() throws InvalidQuestion {
        pollType().check(question());
    }

    @Test
    void a_bad_question_is_refused_in_words() {
        assertThat(invalidQuestions()).isNotEmpty();
        for (Question bad : invalidQuestions()) {
            Throwable refusal = checked(bad);
            assertThat(refusal).as(bad.text()).isInstanceOf(InvalidQuestion.class);
            Promises.assertReadable(refusal, bad.text());
            bad.choices().forEach(choice -> Promises.assertReadable(refusal, choice));
        }
    }

    @Test
    void a_hostile_question_is_accepted_or_refused_in_time() {
        for (String hostile : Hostile.TEXTS) {
            List<String> choices = List.of(hostile, hostile + "2");
            Promises.assertNothingBut(
                    InvalidQuestion.class, checked(new Question(question().text(), choices)));
            Promises.assertNothingBut(
                    InvalidQuestion.class,
                    checked(new Question(hostile, question().choices())));
        }
    }

    @Test
    void the_ballot_can_be_drawn() {
        assertThat(Drawable.faultsOfBallot(pollType().ballot(question()))).isEmpty();
    }

    @Test
    void a_valid_ballot_is_read_the_same_way_every_time() throws InvalidAnswer {
        assertThat(validBallots()).hasSizeGreaterThan(2);
        for (Map<String, List<String>> ballot : validBallots()) {
            assertStorable(pollType().read(question(), ballot));
            assertThat(pollType().read(question(), ballot)).isEqualTo(pollType().read(question(), ballot));
        }
    }

    @Test
    void every_choice_that_is_drawn_can_be_made() throws InvalidAnswer {
        List<Field> choices = pollType().ballot(question()).stream()
                .filter(field -> !FieldValues.inside(field).isEmpty())
                .toList();
        if (choices.size() != 1) {
            return; // one choice may rule out another, as in a ranking
        }
        Set<String> answers = new LinkedHashSet<>();
        for (String value : FieldValues.inside(choices.get(0))) {
            answers.add(pollType().read(question(), with(choices.get(0).name(), List.of(value))));
        }
        assertThat(answers).hasSameSizeAs(FieldValues.inside(choices.get(0)));
    }

    @Test
    void a_bad_ballot_is_refused_in_words() {
        assertThat(invalidBallots()).isNotEmpty();
        invalidBallots().forEach(this::assertRefused);
    }

    @Test
    void a_missing_repeated_or_unknown_field_is_refused() {
        assertRefused(Map.of());
        assertRefused(with("nobody_asked", List.of("1")));
        validBallots().get(0).forEach((field, values) -> {
            List<String> twice = new ArrayList<>(values);
            twice.addAll(values);
            assertRefused(with(field, twice));
            assertRefused(with(field, List.of()));
            Map<String, List<String>> without = new HashMap<>(validBallots().get(0));
            without.remove(field);
            assertRefused(without);
        });
    }

    @Test
    void a_value_that_the_ballot_does_not_offer_is_refused_in_time() {
        for (Field field : pollType().ballot(question())) {
            for (String value : FieldValues.outside(field)) {
                assertRefused(with(field.name(), List.of(value)));
            }
        }
    }

    @Test
    void hostile_words_are_read_or_refused_in_time() throws InvalidAnswer {
        for (Field field : pollType().ballot(question())) {
            for (String hostile : Hostile.TEXTS) {
                Map<String, List<String>> ballot = with(field.name(), List.of(hostile));
                Throwable refusal = refusal(ballot);
                Promises.assertNothingBut(InvalidAnswer.class, refusal);
                if (refusal == null) {
                    assertStorable(pollType().read(question(), ballot));
                }
            }
        }
    }

    @Test
    void a_value_in_other_digits_is_refused_or_means_the_same() throws InvalidAnswer {
        for (Field field : pollType().ballot(question())) {
            for (String value : validBallots().get(0).getOrDefault(field.name(), List.of())) {
                for (String other : FieldValues.rewritten(field, value)) {
                    Map<String, List<String>> ballot = with(field.name(), List.of(other));
                    Throwable refusal = refusal(ballot);
                    Promises.assertNothingBut(InvalidAnswer.class, refusal);
                    if (refusal == null) {
                        assertThat(pollType().read(question(), ballot))
                                .as("\"%s\" instead of \"%s\"", other, value)
                                .isEqualTo(answers().get(0));
                    }
                }
            }
        }
    }

    @Test
    void no_ballots_give_an_empty_tally_that_can_be_shown() {
        Tally none = pollType().count(question(), List.of());
        assertThat(none).isEqualTo(Tally.EMPTY);
        assertThat(Drawable.faultsOfFigures(pollType().figures(question(), none)))
                .isEmpty();
    }

    @Test
    void every_ballot_is_counted() {
        Tally tally = pollType().count(question(), answers());
        assertThat(tally.ballots()).isEqualTo(answers().size());
        for (String answer : answers()) {
            Tally one = pollType().count(question(), List.of(answer));
            assertThat(one.cells().values()).as(answer).isNotEmpty().allMatch(count -> count > 0);
        }
    }

    @Test
    void every_ballot_is_shown() {
        assertThat(Drawable.faultsOfFigures(
                        pollType().figures(question(), pollType().count(question(), answers()))))
                .isEmpty();
        for (String answer : answers()) {
            Tally one = pollType().count(question(), List.of(answer));
            for (Figure figure : pollType().figures(question(), one)) {
                if (figure instanceof Figure.Distribution distribution) {
                    assertThat(distribution.bars())
                            .as("%s of %s", distribution.title(), answer)
                            .anyMatch(bar -> bar.count() > 0);
                }
            }
        }
    }

    @Test
    void a_noisy_tally_can_be_shown() {
        Tally all = pollType().count(question(), answers());
        TreeMap<String, Long> below = new TreeMap<>(all.cells());
        below.replaceAll((cell, count) -> -3L);
        TreeMap<String, Long> level = new TreeMap<>(all.cells());
        level.replaceAll((cell, count) -> level.headMap(cell).size() % 2 == 0 ? 5L : -5L);
        for (long ballots : new long[] {-2, 0, 7}) {
            for (TreeMap<String, Long> cells : List.of(below, level, new TreeMap<String, Long>())) {
                assertThat(Drawable.faultsOfFigures(pollType().figures(question(), new Tally(ballots, cells))))
                        .isEmpty();
            }
        }
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
    void what_was_given_is_neither_kept_nor_changed() throws InvalidAnswer {
        Map<String, List<String>> ballot = new HashMap<>();
        validBallots().get(0).forEach((field, values) -> ballot.put(field, new ArrayList<>(values)));
        List<String> given = answers();
        Collections.reverse(given);
        List<String> before = List.copyOf(given);
        PollType type = pollType();
        type.read(question(), ballot);
        assertThat(ballot).isEqualTo(validBallots().get(0));
        Tally tally = type.count(question(), given);
        assertThat(given).isEqualTo(before);
        given.clear();
        assertThat(type.count(question(), before)).isEqualTo(tally);
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
    void every_node_says_the_same() throws Exception {
        Promises.assertSameAnywhere(() -> pollType().ballot(question()));
        Promises.assertSameAnywhere(this::answers);
        Promises.assertSameAnywhere(() -> pollType().count(question(), answers()));
        Promises.assertSameAnywhere(
                () -> pollType().figures(question(), pollType().count(question(), answers())));
        Promises.assertSameAnywhere(() -> pollType().codebook(question()));
    }

    @Test
    void a_present_answer_needs_no_migration() throws InvalidAnswer {
        for (String answer : answers()) {
            assertThat(pollType().migrate(question(), pollType().schemaVersion(), answer))
                    .isEqualTo(answer);
        }
    }

    @Test
    void an_answer_that_was_never_written_is_not_migrated() {
        int present = pollType().schemaVersion();
        for (int unknown : new int[] {present + 1, 0, -1}) {
            assertNotMigrated(unknown, answers().get(0));
        }
        assertNotMigrated(present, "");
        assertNotMigrated(present, "x".repeat(LONGEST_ANSWER + 1));
    }

    @Test
    void an_older_answer_becomes_a_present_one() throws InvalidAnswer {
        int present = pollType().schemaVersion();
        for (int older = Math.max(1, present - 50); older < present; older++) {
            assertThat(answersOf(older)).as("answers of version " + older).isNotEmpty();
            for (String answer : answersOf(older)) {
                String migrated = pollType().migrate(question(), older, answer);
                assertThat(pollType().migrate(question(), present, migrated)).isEqualTo(migrated);
                assertThat(pollType().count(question(), List.of(migrated)).ballots())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void the_codebook_explains_the_answer() {
        assertThat(Drawable.faultsOfCodebook(pollType().codebook(question()))).isEmpty();
    }

    /** Each valid ballot twice, in turn. */
    private List<String> answers() {
        List<String> answers = new ArrayList<>();
        try {
            for (Map<String, List<String>> ballot : validBallots()) {
                answers.add(pollType().read(question(), ballot));
            }
        } catch (InvalidAnswer refused) {
            throw new AssertionError("A valid ballot was refused: " + refused.getMessage(), refused);
        }
        assertThat(Set.copyOf(answers)).as("different answers").hasSizeGreaterThan(1);
        answers.addAll(List.copyOf(answers));
        return answers;
    }

    /** The first valid ballot with another value in a field. */
    private Map<String, List<String>> with(String field, List<String> values) {
        Map<String, List<String>> ballot = new HashMap<>(validBallots().get(0));
        ballot.put(field, values);
        return ballot;
    }

    private void assertRefused(Map<String, List<String>> ballot) {
        Throwable refusal = refusal(ballot);
        assertThat(refusal).as(Promises.brief(ballot)).isInstanceOf(InvalidAnswer.class);
        ballot.values().forEach(values -> values.forEach(value -> Promises.assertReadable(refusal, value)));
    }

    private void assertNotMigrated(int version, String answer) {
        Throwable refusal =
                Promises.inTime(() -> catchThrowable(() -> pollType().migrate(question(), version, answer)));
        assertThat(refusal).isInstanceOf(InvalidAnswer.class);
        Promises.assertReadable(refusal, answer);
    }

    private @Nullable Throwable refusal(Map<String, List<String>> ballot) {
        return Promises.inTime(() -> catchThrowable(() -> pollType().read(question(), ballot)));
    }

    private @Nullable Throwable checked(Question asked) {
        return Promises.inTime(() -> catchThrowable(() -> pollType().check(asked)));
    }

    private static void assertStorable(String answer) {
        assertThat(answer).hasSizeBetween(1, LONGEST_ANSWER);
    }
}
