package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.membership.Member;
import org.curbside.api.polling.NewPoll;
import org.curbside.api.polling.Poll;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.content.internal.store.CommentStore;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.HabitStore;
import org.curbside.content.internal.store.PostStore;
import org.curbside.content.internal.store.QuestionStore;
import org.curbside.spi.specialty.Specialty;
import org.curbside.testkit.jpa.LocalJpa;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingHabitsTest {

    private static final String SPECIALTY = "207R00000X";
    private static final Member ASKER = new Member(1, "wren", SPECIALTY);
    private static final Member READER = new Member(2, "heron", SPECIALTY);

    private QuestionDesk desk;
    private Advice advice;
    private ReadingHabits habits;
    private Optional<Poll> poll = Optional.of(poll(false, false));

    @BeforeEach
    void open() {
        LocalJpa jpa = Schema.open();
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        ChannelList channels = new ChannelList(new ChannelStore(jpa));
        channels.addCatalogue(
                () -> List.of(new Specialty(
                        SPECIALTY, "Internal Medicine", Set.of(SPECIALTY), List.of(), List.of(), List.of())),
                Map.of());
        Screens screens = new Screens();
        screens.addScreening(text -> List.of());
        WritingGate gate = new WritingGate((member, act) -> {}, () -> {});
        desk = new QuestionDesk(
                new QuestionStore(jpa, (em, event) -> {}), channels, screens, gate, opened -> 7, clock, () -> {});
        advice = new Advice(
                new CommentStore(jpa, (em, event) -> {}),
                new ConsensusStore(jpa, (em, event) -> {}),
                channels,
                screens,
                gate,
                clock);
        habits = new ReadingHabits(
                new HabitStore(jpa), new PostStore(jpa, (em, event) -> {}), (number, reader) -> poll, () -> {});
    }

    @Test
    void advice_is_held_back_from_whoever_wants_to_answer_first_only() {
        Question question = ask(new NewPoll("choice", "Which?", List.of("A", "B")));
        assertThat(habits.holdsBack(question, READER)).isFalse();
        habits.answerFirst(READER, true);
        habits.answerFirst(READER, true);
        assertThat(habits.answersFirst(READER)).isTrue();
        assertThat(habits.answersFirst(ASKER)).isFalse();
        assertThat(habits.holdsBack(question, READER)).isTrue();
        habits.answerFirst(READER, false);
        assertThat(habits.holdsBack(question, READER)).isFalse();
    }

    @Test
    void answering_or_advising_is_enough() {
        Question question = ask(new NewPoll("choice", "Which?", List.of("A", "B")));
        habits.answerFirst(READER, true);
        poll = Optional.of(poll(true, false));
        assertThat(habits.holdsBack(question, READER)).isFalse();
        poll = Optional.of(poll(false, false));
        assertThat(habits.holdsBack(question, READER)).isTrue();
        advice.comment(READER, question.id(), "I would take A.", true);
        assertThat(habits.holdsBack(question, READER)).isFalse();
    }

    @Test
    void nobody_waits_for_what_cannot_be_answered() {
        Question question = ask(new NewPoll("choice", "Which?", List.of("A", "B")));
        habits.answerFirst(READER, true);
        habits.answerFirst(ASKER, true);
        assertThat(habits.holdsBack(question, ASKER)).isFalse();
        assertThat(habits.holdsBack(ask(null), READER)).isFalse();
        poll = Optional.of(poll(false, true));
        assertThat(habits.holdsBack(question, READER)).isFalse();
        poll = Optional.empty();
        assertThat(habits.holdsBack(question, READER)).isFalse();
        poll = Optional.of(poll(false, false));
        Question closed = desk.conclude(ASKER, question.id(), new NewConclusion("It went well.", null, true));
        assertThat(habits.holdsBack(closed, READER)).isFalse();
    }

    private Question ask(@Nullable NewPoll attached) {
        return desk.ask(
                ASKER,
                new NewQuestion(
                        SPECIALTY,
                        "How would you go on?",
                        "After two weeks without any change.",
                        null,
                        attached,
                        true));
    }

    private static Poll poll(boolean answered, boolean away) {
        return new Poll(7, "choice", "Which?", List.of(), answered, away, 0, 0, List.of());
    }
}
