package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Consensus;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.PostHidden;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.PostRestored;
import org.curbside.api.content.Question;
import org.curbside.api.content.Rating;
import org.curbside.api.content.Standing;
import org.curbside.api.content.TrackRecord;
import org.curbside.api.event.Event;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.content.internal.store.CommentStore;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.PostStore;
import org.curbside.content.internal.store.QuestionStore;
import org.curbside.content.internal.store.ReplyStore;
import org.curbside.spi.specialty.Specialty;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HiddenPostsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String MEDICINE = "207R00000X";
    private static final String WHY = "could identify a patient";
    private static final Member WREN = new Member(1, "wren", MEDICINE);
    private static final Member OWL = new Member(2, "owl", MEDICINE);
    private static final Member RAIL = new Member(3, "rail", MEDICINE);

    private final List<Event> events = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private Optional<Refusal> refusal = Optional.empty();
    private QuestionDesk desk;
    private Advice advice;
    private Conversation conversation;
    private Postings posts;
    private ConsensusKeeper keeper;
    private Replay replay;

    @BeforeEach
    void open() {
        LocalJpa jpa = Schema.open();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Screens screens = new Screens();
        screens.addScreening(text -> List.of());
        ChannelList channels = new ChannelList(new ChannelStore(jpa));
        channels.addCatalogue(
                () -> List.of(new Specialty(
                        MEDICINE, "Internal Medicine", Set.of(MEDICINE), List.of(), List.of(), List.of())),
                Map.of());
        ConsensusStore consensus = new ConsensusStore(jpa, (em, event) -> {});
        keeper = new ConsensusKeeper(consensus, clock, task -> {});
        replay = new Replay(consensus, keeper, Duration.ofMillis(1));
        WritingGate gate = new WritingGate(this::permit, () -> {});
        desk = new QuestionDesk(
                new QuestionStore(jpa, (em, event) -> {}), channels, screens, gate, poll -> 77, clock, () -> {});
        advice = new Advice(new CommentStore(jpa, (em, event) -> {}), consensus, channels, screens, gate, clock);
        conversation = new Conversation(new ReplyStore(jpa, (em, event) -> {}), channels, screens, gate, clock);
        posts = new Postings(new PostStore(jpa, (em, event) -> events.add(event)), channels, clock);
    }

    private void permit(Member member, Act act) {
        acts.add(act);
        refusal.ifPresent(refused -> {
            throw refused;
        });
    }

    @Test
    void a_hidden_question_is_in_no_list_and_its_place_says_why() {
        long question = ask();
        long given = advise(OWL, question);
        posts.hide(PostKind.QUESTION, question, WHY);
        assertThat(desk.latest(Optional.empty(), Long.MAX_VALUE, 20).items()).isEmpty();
        assertThat(desk.latest(Optional.of(MEDICINE), Long.MAX_VALUE, 20).items())
                .isEmpty();
        assertThat(desk.waiting(RAIL)).isEmpty();
        assertThat(advice.on(question, RAIL)).isEmpty();
        Question placeholder = found(question);
        assertThat(placeholder.hidden()).isEqualTo(WHY);
        assertThat(placeholder.text()).isEqualTo("Hidden by moderators: could identify a patient.");
        assertThat(placeholder.toString()).doesNotContain("subdural").doesNotContain("wren");
        assertRefused(() -> advice.comment(RAIL, question, "Four weeks.", true));
        assertRefused(() -> advice.rate(RAIL, given, Rating.AGREE));
        assertRefused(() -> desk.conclude(WREN, question, new NewConclusion("Went well.", null, true)));
        posts.restore(PostKind.QUESTION, question);
        assertThat(found(question).text()).contains("subdural");
        assertThat(advice.on(question, RAIL)).hasSize(1);
    }

    @Test
    void hidden_advice_is_not_counted_and_a_question_waits_again() {
        long question = ask();
        long given = advise(OWL, question);
        assertThat(desk.waiting(RAIL)).isEmpty();
        posts.hide(PostKind.ADVICE, given, WHY);
        posts.hide(PostKind.ADVICE, given, WHY);
        assertThat(found(question).comments()).isZero();
        assertThat(desk.waiting(RAIL)).hasSize(1);
        Comment placeholder = advice.on(question, RAIL).get(0);
        assertThat(placeholder.hidden()).isEqualTo(WHY);
        assertThat(placeholder.toString()).doesNotContain("Four weeks").doesNotContain("owl");
        posts.restore(PostKind.ADVICE, given);
        assertThat(found(question).comments()).isEqualTo(1);
        assertThat(desk.waiting(RAIL)).isEmpty();
        assertThat(events)
                .containsExactly(
                        new PostHidden(PostKind.ADVICE, given, question, null, List.of("stroke"), NOW, NOW),
                        new PostRestored(PostKind.ADVICE, given, question, null, List.of("stroke"), NOW, NOW));
    }

    @Test
    void hidden_advice_is_in_no_consensus_and_in_no_fit() {
        long question = ask();
        long best = advise(OWL, question);
        long other = advise(RAIL, question);
        for (long rater = 11; rater <= 30; rater++) {
            Member member = new Member(rater, "m" + rater, MEDICINE);
            advice.rate(member, best, rater <= 22 ? Rating.AGREE : Rating.DISAGREE);
            advice.rate(member, other, rater > 22 ? Rating.AGREE : Rating.DISAGREE);
            keeper.rated(best, NOW);
            keeper.rated(other, NOW);
        }
        assertThat(advice.consensus(question).agreement()).isNotNull();
        keeper.fitAll();
        long fitted = replay.replay().fitted();
        posts.hide(PostKind.ADVICE, other, WHY);
        new HiddenWeigher(keeper).on(1, (PostHidden) events.get(0));
        assertThat(advice.consensus(question)).isEqualTo(Consensus.NONE);
        assertThat(replay.replay().differences()).isEmpty();
        keeper.fitAll();
        assertThat(replay.replay().fitted()).isEqualTo(fitted / 2);
        assertThat(replay.replay().differences()).isEmpty();
        posts.restore(PostKind.ADVICE, other);
        new RestoredWeigher(keeper).on(2, (PostRestored) events.get(1));
        assertThat(advice.consensus(question).agreement()).isNotNull();
        assertThat(replay.replay().differences()).isEmpty();
    }

    @Test
    void what_somebody_has_written_and_where_is_known_to_the_platform() {
        long question = ask();
        long given = advise(OWL, question);
        assertThat(posts.find(PostKind.ADVICE, given)).hasValueSatisfying(post -> {
            assertThat(post.member()).isEqualTo(OWL.id());
            assertThat(post.title()).contains("How long");
        });
        assertThat(posts.find(PostKind.QUESTION, 999)).isEmpty();
        assertThat(posts.involving(OWL.id(), List.of(question, 999L))).containsExactly(question);
        assertThat(posts.involving(WREN.id(), List.of(question))).containsExactly(question);
        assertThat(posts.involving(RAIL.id(), List.of(question))).isEmpty();
        assertThat(posts.record(OWL.id())).isEqualTo(new TrackRecord(1, NOW, Standing.NONE));
        posts.hide(PostKind.ADVICE, given, WHY);
        assertThat(posts.record(OWL.id())).isEqualTo(new TrackRecord(0, null, Standing.NONE));
    }

    @Test
    void whatever_is_written_now_is_asked_about_and_what_was_written_earlier_is_not() {
        long question = ask();
        long given = advise(OWL, question);
        advice.rate(RAIL, given, Rating.AGREE);
        desk.conclude(WREN, question, new NewConclusion("Went well.", null, true));
        desk.reopen(WREN, question);
        assertThat(acts).containsExactly(Act.ASK, Act.ADVISE, Act.RATE, Act.ANSWER, Act.ANSWER);
        refusal = Optional.of(Refusal.forbidden("suspended", "Not now."));
        assertThatThrownBy(this::ask).isSameAs(refusal.get());
        assertThatThrownBy(() -> advise(OWL, question)).isSameAs(refusal.get());
        assertThatThrownBy(() -> conversation.reply(OWL, given, "Why?", true)).isSameAs(refusal.get());
        BackIssues archive = new BackIssues(desk, advice, conversation);
        archive.comment(OWL, question, "Two weeks.", NOW);
        archive.reply(WREN, given, "Thank you.", NOW);
        assertThat(advice.on(question, RAIL)).hasSize(2);
    }

    private long ask() {
        return desk.ask(
                        WREN,
                        new NewQuestion(
                                MEDICINE,
                                "How long do you wait?",
                                "After a small subdural, before apixaban.",
                                List.of("stroke"),
                                null,
                                true))
                .id();
    }

    private long advise(Member author, long question) {
        return advice.comment(author, question, "Four weeks.", true).id();
    }

    private Question found(long question) {
        return desk.find(question).orElseThrow();
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.name())
                .isEqualTo("post-hidden"));
    }
}
