package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.content.Calibration;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Comment;
import org.curbside.api.content.CommentRated;
import org.curbside.api.content.Conclusion;
import org.curbside.api.content.Hindsight;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Passage;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionAsked;
import org.curbside.api.content.Rating;
import org.curbside.api.event.Event;
import org.curbside.api.membership.Member;
import org.curbside.api.paging.Page;
import org.curbside.api.polling.NewPoll;
import org.curbside.api.refusal.Finding;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.content.internal.store.CommentStore;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.QuestionStore;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Concern.Severity;
import org.curbside.spi.screening.Screening;
import org.curbside.spi.specialty.Specialty;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final String TEXT = "Restarting apixaban after a small subdural: how long do you wait?";
    private static final String SURGERY = "208600000X";
    private static final String MEDICINE = "207R00000X";
    private static final Member ASKER = new Member(1, "kestrel", SURGERY);
    private static final Member ADVISER = new Member(2, "sparrow", MEDICINE);

    private static final Screening NOTHING = text -> List.of();

    private final List<Event> events = new ArrayList<>();
    private final Screens screens = new Screens();
    private QuestionDesk desk;
    private Advice advice;

    @BeforeEach
    void open() {
        screens.addScreening(NOTHING);
        Clock clock = Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC);
        LocalJpa jpa = Schema.open();
        ChannelList channels = new ChannelList(new ChannelStore(jpa));
        channels.addCatalogue(
                () -> List.of(specialty(MEDICINE, "Internal Medicine"), specialty(SURGERY, "Surgery")), Map.of());
        desk = new QuestionDesk(
                new QuestionStore(jpa, (em, event) -> events.add(event)),
                channels,
                screens,
                new WritingGate((member, act) -> {}, () -> {}),
                poll -> 77,
                clock,
                () -> {});
        advice = new Advice(
                new CommentStore(jpa, (em, event) -> events.add(event)),
                new ConsensusStore(jpa, (em, event) -> events.add(event)),
                channels,
                screens,
                new WritingGate((member, act) -> {}, () -> {}),
                clock);
    }

    @Test
    void a_question_is_found_as_it_was_asked() {
        Question asked = ask(SURGERY, "Anticoagulation after subdural");
        assertThat(desk.find(asked.id())).contains(asked);
        assertThat(asked.asked()).isEqualTo(NOW);
        assertThat(asked.specialty()).isEqualTo("Surgery");
        assertThat(asked.author().pseudonym()).isEqualTo("kestrel");
    }

    @Test
    void topics_are_told_apart_by_their_words_only() {
        Question asked =
                desk.ask(ASKER, question("Anticoagulation", List.of(" Stroke ", "stroke", "atrial  fibrillation")));
        assertThat(asked.topics()).containsExactly("stroke", "atrial fibrillation");
        assertThat(events).containsExactly(new QuestionAsked(asked.id(), 1, SURGERY, asked.topics(), NOW));
    }

    @Test
    void more_than_five_topics_are_refused() {
        assertRefused(
                "too-many-topics",
                () -> desk.ask(ASKER, question("Anticoagulation", List.of("aa", "bb", "cc", "dd", "ee", "ff"))));
    }

    @Test
    void a_poll_is_opened_with_its_question() {
        Question asked = desk.ask(ASKER, polled(new NewPoll("choice", "How long?", List.of("2 weeks", "4 weeks"))));
        assertThat(asked.poll()).isEqualTo(77L);
    }

    @Test
    void white_space_around_a_title_is_dropped_and_less_than_is_kept() {
        Question asked = ask(SURGERY, "  TSH <0.1 and age >65: treat at once? ");
        assertThat(asked.title()).isEqualTo("TSH <0.1 and age >65: treat at once?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<b>", "</p>", "<img src=x onerror=alert(1)>", "<!-- -->", "<br/>", "<svg/onload=alert(1)>"})
    void markup_in_a_post_is_refused(String markup) {
        assertRefused("markup", () -> ask(SURGERY, "Anticoagulation " + markup + " after subdural"));
    }

    @Test
    void pages_run_from_the_newest_to_the_oldest_without_gap_or_repeat() {
        List<Question> asked = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            asked.add(0, ask(SURGERY, "Question number " + i));
        }
        List<Question> read = new ArrayList<>();
        Page<Question> page = desk.latest(Optional.empty(), Long.MAX_VALUE, 3);
        read.addAll(page.items());
        while (page.next().isPresent()) {
            page = desk.latest(Optional.empty(), page.next().getAsLong(), 3);
            read.addAll(page.items());
        }
        assertThat(read).isEqualTo(asked);
    }

    @Test
    void a_channel_shows_only_its_own_questions() {
        Question surgery = ask(SURGERY, "Anticoagulation after subdural");
        ask(MEDICINE, "Rate or rhythm at eighty");
        assertThat(desk.latest(Optional.of(SURGERY), Long.MAX_VALUE, 10).items())
                .containsExactly(surgery);
    }

    @Test
    void a_page_is_never_larger_than_the_maximum() {
        for (int i = 0; i <= Page.MOST; i++) {
            ask(SURGERY, "Question number " + i);
        }
        assertThat(desk.latest(Optional.empty(), Long.MAX_VALUE, 1_000_000).items())
                .hasSize(Page.MOST);
    }

    @Test
    void what_is_refused_says_what_to_do_and_stores_nothing() {
        assertThatThrownBy(() -> desk.ask(ASKER, new NewQuestion(SURGERY, " \n", TEXT, null, null, false)))
                .hasMessage("Write at least 10 characters for the title; it has 0.");
        assertThatThrownBy(() -> desk.ask(
                        ASKER, new NewQuestion(SURGERY, "A long title", "x".repeat(10_001), null, null, false)))
                .hasMessage("Shorten the text to 10000 characters; it has 10001.");
        assertRefused(
                "no-such-specialty",
                () -> desk.ask(ASKER, new NewQuestion("Surgery", "A long title", TEXT, null, null, false)));
        assertThat(desk.latest(Optional.empty(), Long.MAX_VALUE, 10).items()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void the_longest_text_allowed_counts_characters_not_code_units() {
        String pills = "\uD83D\uDC8A".repeat(10_000);
        Question asked = desk.ask(ASKER, new NewQuestion(SURGERY, "Anticoagulation", pills, null, null, false));
        assertThat(desk.find(asked.id()).orElseThrow().text()).isEqualTo(pills);
    }

    @Test
    void what_could_identify_a_patient_is_blocked_and_what_perhaps_could_needs_a_word() {
        screens.addScreening(text -> text.contains("555")
                ? List.of(new Concern(0, 3, "phone", Severity.BLOCK, "This looks like a telephone number."))
                : text.contains("Graves")
                        ? List.of(new Concern(0, 6, "name", Severity.CONFIRM, "This may be a name."))
                        : List.of());
        Question asked = ask(SURGERY, "Anticoagulation");
        assertRefused("could-identify", () -> advice.comment(ADVISER, asked.id(), "555 2368 is his number", true));
        assertRefused("could-identify-perhaps", () -> advice.comment(ADVISER, asked.id(), "Graves it is", false));
        assertThat(advice.comment(ADVISER, asked.id(), "Graves it is", true).text())
                .isEqualTo("Graves it is");
    }

    @Test
    void nothing_is_stored_while_no_screening_is_there() {
        Question asked = ask(SURGERY, "Anticoagulation");
        screens.removeScreening(NOTHING);
        assertRefused("screening-away", () -> ask(SURGERY, "Anticoagulation"));
        assertRefused("screening-away", () -> advice.comment(ADVISER, asked.id(), "Two weeks.", true));
        screens.addScreening(NOTHING);
        assertThat(advice.on(asked.id(), ASKER)).isEmpty();
    }

    @Test
    void topics_and_polls_are_screened_as_all_else_is() {
        screens.addScreening(text -> text.startsWith("555")
                ? List.of(new Concern(0, 3, "phone", Severity.BLOCK, "This looks like a telephone number."))
                : List.of());
        assertRefused("could-identify", () -> desk.ask(ASKER, question("Anticoagulation", List.of("555 2368"))));
        assertRefused("could-identify", () -> desk.ask(ASKER, polled(new NewPoll("choice", "555 2368?", null))));
        assertRefused(
                "could-identify",
                () -> desk.ask(ASKER, polled(new NewPoll("choice", "When?", List.of("Now", "555 2368")))));
    }

    @Test
    void a_refusal_points_at_every_place_in_every_field() {
        screens.addScreening(text -> found(text, "555", "phone", Severity.BLOCK));
        screens.addScreening(text -> found(text, "Mary", "name", Severity.CONFIRM));
        screens.addScreening(text -> found(text, "mayor", "unique", Severity.CONSIDER));
        NewQuestion telling = new NewQuestion(
                SURGERY,
                " Mary after subdural",
                "Mary, the mayor, can be reached at 555 2368.",
                List.of("stroke", "mayor"),
                new NewPoll("choice", "When?", List.of("Now", "Ask Mary")),
                true);

        assertThatThrownBy(() -> desk.ask(ASKER, telling)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.name()).isEqualTo("could-identify");
            assertThat(refusal.field()).isEqualTo("text");
            assertThat(refusal.sentence()).startsWith("Take out “555”.").endsWith(" 5 more places are pointed at.");
            assertThat(refusal.findings())
                    .extracting(finding -> finding.field() + " " + finding.start() + " " + finding.span())
                    .containsExactly(
                            "title 0 Mary",
                            "text 0 Mary",
                            "text 10 mayor",
                            "text 35 555",
                            "topics 0 mayor",
                            "poll.choices 4 Mary");
        });
    }

    @Test
    void a_reminder_is_shown_once_and_then_taken() {
        screens.addScreening(text -> found(text, "mayor", "unique", Severity.CONSIDER));
        Question asked = ask(SURGERY, "Anticoagulation");
        assertRefused("could-identify-perhaps", () -> advice.comment(ADVISER, asked.id(), "The mayor waits.", false));
        assertThat(advice.comment(ADVISER, asked.id(), "The mayor waits.", true).text())
                .isEqualTo("The mayor waits.");
    }

    @Test
    void a_text_can_be_looked_at_without_storing_it() {
        screens.addScreening(text -> found(text, "Mary", "name", Severity.CONFIRM));
        assertThat(screens.findings(new Passage("text", "Ask Mary.")))
                .containsExactly(new Finding("text", 4, 8, "Mary", "name", Severity.CONFIRM, "Look."));
        assertRefused("screening-away", () -> new Screens().findings(new Passage("text", "Ask Mary.")));
    }

    private static List<Concern> found(String text, String span, String kind, Severity severity) {
        int start = text.indexOf(span);
        return start < 0 ? List.of() : List.of(new Concern(start, start + span.length(), kind, severity, "Look."));
    }

    @Test
    void what_cannot_be_seen_is_refused_and_lines_are_kept() {
        assertRefused("invisible-characters", () -> ask(SURGERY, "Anticoagulation\u0000 after subdural"));
        assertRefused("invisible-characters", () -> ask(SURGERY, "Anticoagulation \ud83d after subdural"));
        assertThat(ask(SURGERY, "Anticoagulation \ud83d\ude00\tafter").title())
                .isEqualTo("Anticoagulation \ud83d\ude00\tafter");
    }

    @Test
    void advice_is_ordered_by_its_ratings_and_shows_their_distribution() {
        Question asked = ask(SURGERY, "Anticoagulation");
        Comment first = advice.comment(ADVISER, asked.id(), "Two weeks.", false);
        Comment second = advice.comment(ASKER, asked.id(), "Four weeks.", false);
        for (long rater = 10; rater < 20; rater++) {
            Member member = new Member(rater, "rater" + rater, MEDICINE);
            advice.rate(member, second.id(), Rating.AGREE);
            advice.rate(member, first.id(), rater < 12 ? Rating.AGREE : Rating.DISAGREE);
        }
        List<Comment> read = advice.on(asked.id(), new Member(10, "rater10", MEDICINE));
        assertThat(read).extracting(Comment::id).containsExactly(second.id(), first.id());
        assertThat(read.get(0).ratings().agree()).isEqualTo(10);
        assertThat(read.get(1).mine()).isEqualTo(Rating.AGREE);
        assertThat(desk.find(asked.id()).orElseThrow().comments()).isEqualTo(2);
    }

    @Test
    void a_rating_can_be_revised_but_counts_once() {
        Question asked = ask(SURGERY, "Anticoagulation");
        Comment comment = advice.comment(ADVISER, asked.id(), "Two weeks.", false);
        advice.rate(ASKER, comment.id(), Rating.AGREE);
        Comment revised = advice.rate(ASKER, comment.id(), Rating.PARTLY);
        assertThat(revised.ratings().total()).isEqualTo(1);
        assertThat(revised.ratings().partly()).isEqualTo(1);
        assertThat(events).filteredOn(CommentRated.class::isInstance).hasSize(1);
    }

    @Test
    void nobody_rates_their_own_advice() {
        Question asked = ask(SURGERY, "Anticoagulation");
        Comment comment = advice.comment(ADVISER, asked.id(), "Two weeks.", false);
        assertRefused("own-comment", () -> advice.rate(ADVISER, comment.id(), Rating.AGREE));
        assertThat(advice.on(asked.id(), ASKER).get(0).ratings().total()).isZero();
    }

    @Test
    void what_is_not_there_cannot_be_advised_on_or_rated() {
        assertRefused("no-such-question", () -> advice.comment(ADVISER, 999, "Two weeks.", false));
        assertRefused("no-such-comment", () -> advice.rate(ADVISER, 999, Rating.AGREE));
    }

    @Test
    void a_question_is_closed_with_what_became_of_it_by_whoever_asked_and_opened_again() {
        Question asked = ask(SURGERY, "Anticoagulation");
        Comment right = advice.comment(ADVISER, asked.id(), "Four weeks.", false);
        Comment wrong = advice.comment(ADVISER, asked.id(), "Two weeks.", false);
        Comment open = advice.comment(ADVISER, asked.id(), "Ask a neurosurgeon.", false);
        NewConclusion conclusion = new NewConclusion(
                "Four weeks, no bleeding.",
                Map.of(right.id(), Hindsight.BORNE_OUT, wrong.id(), Hindsight.NOT_BORNE_OUT),
                false);
        assertRefused("not-the-asker", () -> desk.conclude(ADVISER, asked.id(), conclusion));
        assertThat(desk.conclude(ASKER, asked.id(), conclusion).conclusion())
                .isEqualTo(new Conclusion("Four weeks, no bleeding.", NOW));
        assertThat(advice.on(asked.id(), ASKER))
                .extracting(Comment::id, Comment::hindsight)
                .containsExactly(
                        tuple(right.id(), Hindsight.BORNE_OUT),
                        tuple(wrong.id(), Hindsight.NOT_BORNE_OUT),
                        tuple(open.id(), null));
        assertRefused("question-closed", () -> advice.comment(ADVISER, asked.id(), "Too late.", false));
        assertThat(advice.rate(ASKER, right.id(), Rating.AGREE).ratings().agree())
                .isEqualTo(1);

        assertRefused("not-the-asker", () -> desk.reopen(ADVISER, asked.id()));
        assertThat(desk.reopen(ASKER, asked.id()).conclusion()).isNull();
        assertThat(advice.on(asked.id(), ASKER)).allMatch(comment -> comment.hindsight() == null);
        assertThat(desk.find(asked.id()).orElseThrow().comments()).isEqualTo(3);
    }

    @Test
    void a_conclusion_is_checked_like_everything_that_is_written() {
        Question asked = ask(SURGERY, "Anticoagulation");
        Comment elsewhere =
                advice.comment(ADVISER, ask(SURGERY, "Another question").id(), "Four weeks.", false);
        assertRefused("question-conclusion-length", () -> conclude(asked, " ", Map.of()));
        assertRefused("markup", () -> conclude(asked, "<b>Well.</b>", Map.of()));
        assertRefused("no-such-advice", () -> conclude(asked, "Well.", Map.of(elsewhere.id(), Hindsight.BORNE_OUT)));
        assertRefused("no-such-question", () -> desk.conclude(ASKER, 999, new NewConclusion("Well.", null, false)));
        assertThat(desk.find(asked.id()).orElseThrow().conclusion()).isNull();
    }

    private Question conclude(Question question, String text, Map<Long, Hindsight> hindsight) {
        return desk.conclude(ASKER, question.id(), new NewConclusion(text, hindsight, false));
    }

    @Test
    void a_member_learns_how_their_ratings_stand_beside_what_later_showed() {
        Question asked = ask(SURGERY, "Anticoagulation");
        Map<Long, Hindsight> hindsight = new HashMap<>();
        List<Rating> ratings = List.of(Rating.AGREE, Rating.PARTLY, Rating.DISAGREE);
        Member rater = new Member(10, "rater", MEDICINE);
        for (Hindsight later : Hindsight.values()) {
            for (Rating rating : ratings) {
                Comment comment = advice.comment(ADVISER, asked.id(), later + " " + rating, false);
                advice.rate(rater, comment.id(), rating);
                hindsight.put(comment.id(), later);
            }
        }
        advice.rate(
                rater,
                advice.comment(ADVISER, asked.id(), "Nothing known.", false).id(),
                Rating.AGREE);
        assertThat(advice.calibration(rater)).isEqualTo(new Calibration(0, 0, 0, 0));
        conclude(asked, "Four weeks.", hindsight);
        assertThat(advice.calibration(rater)).isEqualTo(new Calibration(1, 3, 1, 3));
        assertThat(advice.calibration(ADVISER).known()).isZero();
    }

    @Test
    void a_channel_outlives_its_catalogue() {
        LocalJpa jpa = Schema.open();
        new ChannelList(new ChannelStore(jpa)).addCatalogue(() -> List.of(specialty(SURGERY, "Surgery")), Map.of());
        ChannelList later = new ChannelList(new ChannelStore(jpa));
        assertThat(later.name(SURGERY)).isEqualTo("Surgery");
        assertThat(later.channels()).extracting(Channel::code).containsExactly(Channel.PRACTICE, SURGERY);
    }

    private Question ask(String channel, String title) {
        return desk.ask(ASKER, new NewQuestion(channel, title, TEXT, null, null, false));
    }

    private static NewQuestion polled(NewPoll poll) {
        return new NewQuestion(SURGERY, "Anticoagulation", TEXT, null, poll, false);
    }

    private static NewQuestion question(String title, List<String> topics) {
        return new NewQuestion(SURGERY, title, TEXT, topics, null, false);
    }

    private static Specialty specialty(String code, String name) {
        return new Specialty(code, name, Set.of(code), List.of(), List.of(), List.of("stroke"));
    }

    private static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }
}
