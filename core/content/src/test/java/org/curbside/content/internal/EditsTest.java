package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Edited;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewEdit;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionChanged;
import org.curbside.api.content.Rating;
import org.curbside.api.content.Revision;
import org.curbside.api.event.Event;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.content.internal.store.CommentStore;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.PostStore;
import org.curbside.content.internal.store.QuestionStore;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.specialty.Specialty;
import org.curbside.testkit.MovableClock;
import org.curbside.testkit.jpa.LocalJpa;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String MEDICINE = "207R00000X";
    private static final Member WREN = new Member(1, "wren", MEDICINE);
    private static final Member OWL = new Member(2, "owl", MEDICINE);
    private static final Member RAIL = new Member(3, "rail", MEDICINE);

    private final List<Event> events = new ArrayList<>();
    private final MovableClock clock = new MovableClock(NOW);
    private QuestionDesk desk;
    private Advice advice;
    private Postings posts;
    private long question;

    @BeforeEach
    void open() {
        LocalJpa jpa = Schema.open();
        Screens screens = new Screens();
        screens.addScreening(text -> text.contains("Jane Doe")
                ? List.of(new Concern(
                        text.indexOf("Jane Doe"),
                        text.indexOf("Jane Doe") + "Jane Doe".length(),
                        "name",
                        Concern.Severity.BLOCK,
                        "Take out the name."))
                : List.of());
        ChannelList channels = new ChannelList(new ChannelStore(jpa));
        channels.addCatalogue(
                () -> List.of(new Specialty(
                        MEDICINE, "Internal Medicine", Set.of(MEDICINE), List.of(), List.of(), List.of())),
                Map.of());
        WritingGate gate = new WritingGate((member, act) -> {}, () -> {});
        desk = new QuestionDesk(
                new QuestionStore(jpa, (em, event) -> events.add(event)),
                channels,
                screens,
                gate,
                poll -> 77,
                clock,
                () -> {});
        advice = new Advice(
                new CommentStore(jpa, (em, event) -> events.add(event)),
                new ConsensusStore(jpa, (em, event) -> {}),
                channels,
                screens,
                gate,
                clock);
        posts = new Postings(new PostStore(jpa, (em, event) -> {}), channels, clock);
        question = desk.ask(
                        WREN,
                        new NewQuestion(
                                MEDICINE,
                                "When to restart?",
                                "After a small subdural, before apixaban.",
                                List.of("apixaban"),
                                null,
                                false))
                .id();
        events.clear();
    }

    @Test
    void a_question_says_what_it_was_edited_to_and_keeps_what_it_said() {
        Instant asked = found().asked();
        Question edited =
                desk.edit(WREN, question, edit("When to restart apixaban?", "After a small subdural, day ten."));
        assertThat(edited.title()).isEqualTo("When to restart apixaban?");
        assertThat(edited.text()).isEqualTo("After a small subdural, day ten.");
        assertThat(edited.edited()).isEqualTo(clock.instant());
        assertThat(edited.topics()).containsExactly("apixaban");
        Instant first = clock.instant();
        clock.pass(Duration.ofMinutes(1));
        desk.edit(WREN, question, edit("When to restart apixaban?", "After a small subdural, day twelve."));
        assertThat(desk.history(question))
                .containsExactly(
                        new Revision(
                                "When to restart?", "After a small subdural, before apixaban.", asked, first, 0, false),
                        new Revision(
                                "When to restart apixaban?",
                                "After a small subdural, day ten.",
                                first,
                                clock.instant(),
                                0,
                                false));
        assertThat(events).containsExactly(new QuestionChanged(question), new QuestionChanged(question));
    }

    @Test
    void what_does_not_change_a_post_is_no_edit() {
        desk.edit(WREN, question, edit("When to restart?", "After a small subdural, before apixaban."));
        assertThat(found().edited()).isNull();
        assertThat(desk.history(question)).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void edited_advice_keeps_its_ratings_and_says_how_many_are_of_another_text() {
        long given = advise();
        advice.rate(WREN, given, Rating.AGREE);
        advice.rate(RAIL, given, Rating.DISAGREE);
        events.clear();
        Comment edited = advice.edit(OWL, given, edit(null, "Six weeks, after another scan."));
        assertThat(edited.text()).isEqualTo("Six weeks, after another scan.");
        assertThat(edited.edited()).isEqualTo(new Edited(clock.instant(), 2));
        assertThat(edited.ratings().total()).isEqualTo(2);
        assertThat(advice.history(given))
                .containsExactly(
                        new Revision(null, "Four weeks, then a scan.", edited.written(), clock.instant(), 2, false));
        assertThat(events).containsExactly(new QuestionChanged(question));
    }

    @Test
    void what_could_point_to_a_patient_is_erased_with_all_before_it() {
        desk.edit(WREN, question, edit("When to restart?", "After a subdural, on the third of March."));
        desk.edit(WREN, question, new NewEdit("When to restart?", "After a subdural, some days ago.", true, true));
        assertThat(desk.history(question)).hasSize(2).allMatch(Revision::erased);
        assertThat(desk.history(question).toString()).doesNotContain("March").doesNotContain("apixaban");
        desk.edit(WREN, question, edit("When to restart?", "After a subdural, a week ago."));
        assertThat(desk.history(question)).extracting(Revision::erased).containsExactly(true, true, false);
    }

    @Test
    void earlier_texts_are_erased_also_when_nothing_else_changes_or_it_was_edited_too_often() {
        long given = advise();
        for (int edit = 1; edit <= 20; edit++) {
            advice.edit(OWL, given, edit(null, "Version " + edit));
        }
        advice.edit(OWL, given, new NewEdit(null, "Version 20", true, true));
        assertThat(advice.history(given)).hasSize(20).allMatch(Revision::erased);
        advice.edit(OWL, given, new NewEdit(null, "Version 21", true, true));
        assertThat(advice.history(given)).hasSize(21).allMatch(Revision::erased);
        desk.edit(WREN, question, edit("When to restart?", "After a small subdural, in March."));
        desk.edit(WREN, question, new NewEdit("When to restart?", "After a small subdural, in March.", true, true));
        assertThat(desk.history(question)).hasSize(1).allMatch(Revision::erased);
    }

    @Test
    void only_the_author_edits_and_only_what_is_open_and_shown() {
        long given = advise();
        assertRefused(
                "not-the-author",
                () -> desk.edit(OWL, question, edit("When to restart?", "Never, in no case at all.")));
        assertRefused("not-the-author", () -> advice.edit(WREN, given, edit(null, "Never.")));
        assertRefused("no-such-comment", () -> advice.edit(OWL, given + 1_000, edit(null, "Never.")));
        assertRefused(
                "no-such-question",
                () -> desk.edit(WREN, question + 1_000, edit("When to restart?", "Never, in no case at all.")));
        assertRefused("comment-comment-length", () -> advice.edit(OWL, given, edit(null, " ")));
        assertRefused("could-identify", () -> advice.edit(OWL, given, edit(null, "As for Jane Doe.")));
        advice.edit(OWL, given, edit(null, "Six weeks."));
        posts.hide(PostKind.ADVICE, given, "could identify a patient");
        assertRefused("post-hidden", () -> advice.edit(OWL, given, edit(null, "Five weeks.")));
        assertThat(advice.history(given)).isEmpty();
        posts.restore(PostKind.ADVICE, given);
        assertThat(advice.history(given)).hasSize(1);
        desk.conclude(WREN, question, new NewConclusion("Restarted after six weeks.", null, true));
        assertRefused("question-closed", () -> advice.edit(OWL, given, edit(null, "Five weeks.")));
        assertRefused(
                "question-closed",
                () -> desk.edit(WREN, question, edit("When to restart?", "Never, in no case at all.")));
        posts.hide(PostKind.QUESTION, question, "could identify a patient");
        assertThat(desk.history(question)).isEmpty();
        assertThat(advice.history(given)).isEmpty();
    }

    @Test
    void a_post_is_edited_so_often_and_no_more() {
        long given = advise();
        for (int edit = 1; edit <= 20; edit++) {
            advice.edit(OWL, given, edit(null, "Version " + edit));
        }
        assertRefused("edited-too-often", () -> advice.edit(OWL, given, edit(null, "Version 21")));
        assertThat(advice.on(question, RAIL).get(0).text()).isEqualTo("Version 20");
        assertThat(advice.history(given)).hasSize(20);
    }

    private long advise() {
        return advice.comment(OWL, question, "Four weeks, then a scan.", true).id();
    }

    private Question found() {
        return desk.find(question).orElseThrow();
    }

    private static NewEdit edit(@Nullable String title, String text) {
        return new NewEdit(title, text, false, true);
    }

    private static void assertRefused(String name, ThrowingCallable edit) {
        assertThatThrownBy(edit).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }
}
