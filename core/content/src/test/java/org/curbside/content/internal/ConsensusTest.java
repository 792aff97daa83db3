package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.curbside.api.content.AdviceInMinority;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Consensus;
import org.curbside.api.content.Hindsight;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.content.Rating;
import org.curbside.api.content.RatingEvent;
import org.curbside.api.content.Ratings;
import org.curbside.api.content.Standing;
import org.curbside.api.content.View;
import org.curbside.api.event.Event;
import org.curbside.api.event.Placed;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.content.internal.store.CommentStore;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.QuestionStore;
import org.curbside.spi.specialty.Specialty;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forty members of two schools rate: what both would do, what one would, what nobody would. */
class ConsensusTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String MEDICINE = "207R00000X";
    private static final String CARDIOLOGY = "207RC0000X";
    private static final int MEMBERS = 40;

    private final List<Event> events = new ArrayList<>();
    private final SplittableRandom lot = new SplittableRandom(20260304);
    private LocalJpa jpa;
    private ConsensusStore store;
    private ConsensusKeeper keeper;
    private QuestionDesk desk;
    private Advice advice;
    private Replay replay;

    @BeforeEach
    void open() {
        Screens screens = new Screens();
        screens.addScreening(text -> List.of());
        jpa = Schema.open();
        store = new ConsensusStore(jpa, (em, event) -> events.add(event));
        keeper = new ConsensusKeeper(store, Clock.fixed(NOW, ZoneOffset.UTC), task -> {});
        replay = new Replay(store, keeper, Duration.ofMillis(1));
        ChannelList channels = new ChannelList(new ChannelStore(jpa));
        channels.addCatalogue(
                () -> List.of(new Specialty(
                        MEDICINE, "Internal Medicine", Set.of(MEDICINE), List.of(), List.of(), List.of())),
                Map.of());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        desk = new QuestionDesk(
                new QuestionStore(jpa, (em, event) -> events.add(event)),
                channels,
                screens,
                new WritingGate((member, act) -> {}, () -> {}),
                poll -> 0,
                clock,
                () -> {});
        advice = new Advice(
                new CommentStore(jpa, (em, event) -> events.add(event)),
                store,
                channels,
                screens,
                new WritingGate((member, act) -> {}, () -> {}),
                clock);
    }

    @Test
    void what_both_schools_would_do_is_told_from_what_one_would() throws Exception {
        List<Long> questions = community();
        keeper.fitAll();
        for (long question : questions) {
            List<Comment> comments = advice.on(question, member(99));
            assertThat(view(comments, "both")).isEqualTo(View.SHARED);
            assertThat(view(comments, "one")).isEqualTo(View.DIVIDED);
            assertThat(view(comments, "other")).isEqualTo(View.DIVIDED);
        }
    }

    @Test
    void who_disagrees_with_the_best_rated_is_heard_beside_it() {
        long question = ask();
        long best = advise(question, "both");
        long dissent = advise(question, "one");
        advise(question, "nobody");
        for (int rater = 1; rater <= 30; rater++) {
            rate(rater, best, rater <= 24 ? Rating.AGREE : Rating.DISAGREE);
            rate(rater, dissent, rater > 24 ? Rating.AGREE : Rating.DISAGREE);
        }
        Consensus consensus = advice.consensus(question);
        assertThat(consensus.dissent()).isEqualTo(new Consensus.Dissent(dissent, 6, 6));
        Consensus.Agreement agreement = Objects.requireNonNull(consensus.agreement());
        assertThat(agreement.raters()).isEqualTo(30);
        assertThat(agreement.ac1()).isBetween(0.4, 0.8);
    }

    @Test
    void of_few_raters_nothing_is_said() {
        long question = ask();
        long first = advise(question, "both");
        long second = advise(question, "one");
        for (int rater = 1; rater <= 10; rater++) {
            rate(rater, first, rater <= 6 ? Rating.AGREE : Rating.DISAGREE);
            rate(rater, second, rater <= 6 ? Rating.DISAGREE : Rating.AGREE);
        }
        assertThat(advice.consensus(question)).isEqualTo(Consensus.NONE);
        assertThat(advice.consensus(12_345)).isEqualTo(Consensus.NONE);
    }

    @Test
    void a_rating_counts_at_once_by_the_last_fit_of_the_raters() throws Exception {
        List<Long> questions = community();
        keeper.fitAll();
        long late = advise(questions.get(0), "both");
        assertThat(view(late)).isEqualTo(View.OPEN);
        for (int rater = 1; rater <= 40; rater++) {
            rate(rater, late, Rating.AGREE);
        }
        assertThat(view(late)).isEqualTo(View.SHARED);
        for (int rater = 1; rater <= 40; rater++) {
            rate(rater, late, rater % 2 == 0 ? Rating.AGREE : Rating.DISAGREE);
        }
        assertThat(view(late)).isEqualTo(View.DIVIDED);
    }

    @Test
    void all_that_is_kept_follows_from_the_ratings_to_the_last_bit() throws Exception {
        List<Long> questions = community();
        keeper.fitAll();
        assertThat(replay.replay().differences()).isEmpty();
        for (long question : questions) {
            for (Comment comment : advice.on(question, member(99))) {
                rate(lot.nextInt(1, MEMBERS + 1), comment.id(), Rating.PARTLY);
            }
            rate(lot.nextInt(100, 120), advise(question, "late"), Rating.AGREE);
        }
        var report = replay.replay();
        assertThat(report.differences()).isEmpty();
        assertThat(report.raters()).isEqualTo(MEMBERS);
        assertThat(report.comments()).isEqualTo(5L * questions.size());
        assertThat(report.ratings()).isGreaterThan(report.fitted());
        keeper.fitAll();
        assertThat(replay.replay().differences()).isEmpty();
        assertThat(replay.replay().fitted()).isEqualTo(report.ratings());
    }

    @Test
    void what_was_changed_behind_its_back_is_found() throws Exception {
        List<Long> questions = community();
        keeper.fitAll();
        run("update rating set fitted = 'DISAGREE' where member = 1 and fitted = 'AGREE'");
        assertThat(replay.replay().differences()).anyMatch(sentence -> sentence.startsWith("The fit is another"));
        run("update rating set fitted = rating");
        run("update advice set agree = agree + 1 where id = (select min(id) from advice)");
        run("update consensus_question set raters = raters + 1 where question = " + questions.get(1));
        assertThat(replay.replay().differences())
                .hasSize(3)
                .anyMatch(sentence -> sentence.startsWith("Comment "))
                .anyMatch(sentence -> sentence.startsWith("What is kept of question " + questions.get(1)));
    }

    @Test
    void raters_are_fitted_anew_when_enough_is_fresh_and_after_a_fit_was_broken_off() {
        keeper.fitAll();
        ConsensusKeeper eager = new ConsensusKeeper(store, Clock.fixed(NOW, ZoneOffset.UTC), Runnable::run);
        long number = store.state().number();
        long comment = advise(ask(), "both");
        for (int rater = 1; rater <= 49; rater++) {
            advice.rate(member(rater), comment, Rating.AGREE);
            eager.rated(comment, NOW);
        }
        assertThat(store.state().number()).isEqualTo(number);
        eager.rated(comment, NOW);
        assertThat(store.state().number()).isEqualTo(number + 1);
        store.begin(() -> {});
        assertThatThrownBy(replay::replay).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo("fit-under-way"));
        new ConsensusKeeper(store, Clock.fixed(NOW, ZoneOffset.UTC), Runnable::run);
        assertThat(store.state().finished()).isTrue();
        assertThat(replay.replay().differences()).isEmpty();
    }

    @Test
    void since_when_a_view_is_a_minoritys_is_kept_and_forgotten_when_it_is_none() {
        long question = ask();
        long comment = advise(question, "one");
        for (int rater = 1; rater <= 10; rater++) {
            rate(rater, comment, Rating.DISAGREE);
        }
        assertThat(events.stream().filter(AdviceInMinority.class::isInstance))
                .containsExactly(new AdviceInMinority(question, comment, 1_001, NOW));
        assertThat(label(comment, NOW.plusSeconds(86_399))).isEmpty();
        assertThat(label(comment, NOW.plusSeconds(86_400))).isEqualTo("minority view, 0 of 10");
        for (int rater = 1; rater <= 10; rater++) {
            rate(rater, comment, Rating.AGREE);
        }
        assertThat(store.kept(comment, 1, store.fit()).get(0).tally().minority())
                .isNull();
    }

    @Test
    void a_fit_does_not_begin_the_day_that_an_author_has() {
        keeper.fitAll();
        long comment = advise(ask(), "one");
        for (int rater = 1; rater <= 10; rater++) {
            advice.rate(member(rater), comment, Rating.DISAGREE);
        }
        keeper.fitAll();
        assertThat(store.kept(comment, 1, store.fit()).get(0).tally().minority())
                .isNull();
        keeper.rated(comment, NOW.minusSeconds(86_400));
        assertThat(label(comment, NOW)).isEqualTo("minority view, 0 of 10");
    }

    @Test
    void what_members_of_a_ring_say_of_each_others_advice_does_not_count() throws Exception {
        List<Long> questions = community();
        List<Integer> ring = List.of(1, 2, 3);
        List<Long> poor = new ArrayList<>();
        for (long question : questions) {
            for (int author : List.of(1, 2, 3, 1, 2, 3)) {
                long comment = advice.comment(member(author), question, "Take this.", true)
                        .id();
                poor.add(comment);
                ring.stream().filter(rater -> rater != author).forEach(rater -> rate(rater, comment, Rating.AGREE));
                for (int rater = 10; rater < 18; rater++) {
                    rate(rater, comment, rater == 10 + author ? Rating.AGREE : Rating.DISAGREE);
                }
            }
        }
        assertThat(ratings(poor.get(0)).agree()).isEqualTo(3);
        keeper.fitAll();
        for (long comment : poor) {
            assertThat(ratings(comment).agree()).isEqualTo(1);
            assertThat(ratings(comment).disagree()).isEqualTo(7);
            assertThat(ratings(comment).leftOut()).isEqualTo(2);
        }
        assertThat(replay.replay().differences()).isEmpty();

        long later =
                advice.comment(member(1), questions.get(0), "And this.", true).id();
        rate(2, later, Rating.AGREE);
        rate(4, later, Rating.PARTLY);
        assertThat(ratings(later).leftOut()).isEqualTo(1);
        assertThat(ratings(later).total()).isEqualTo(1);
        assertThat(replay.replay().differences()).isEmpty();
        run("delete from consensus_ring where member = 1");
        assertThat(replay.replay().differences()).anyMatch(sentence -> sentence.startsWith("The fit is another"));
    }

    @Test
    void standing_is_what_other_specialties_and_later_truth_say_of_a_members_advice() throws Exception {
        long question = ask();
        long comment = advise(question, "both");
        for (int rater = 1; rater <= 9; rater++) {
            advice.rate(new Member(rater, "heart" + rater, CARDIOLOGY), comment, Rating.AGREE);
            advice.rate(member(20 + rater), comment, Rating.DISAGREE);
        }
        desk.conclude(
                member(1_000),
                question,
                new NewConclusion("It went well.", Map.of(comment, Hindsight.BORNE_OUT), true));
        assertThat(advice.standing(member(1_001))).isEqualTo(Standing.NONE);
        keeper.fitAll();
        assertThat(advice.standing(member(1_001))).isEqualTo(new Standing(9, 0, 0, 1, 0));
        assertThat(advice.standing(member(1_000))).isEqualTo(Standing.NONE);
        assertThat(replay.replay().differences()).isEmpty();

        long other = ask();
        advice.comment(member(1_002), other, "A newcomer's.", true);
        advise(other, "both");
        List<Comment> comments = advice.on(other, member(99));
        assertThat(comments).extracting(Comment::text).containsExactly("What both would do.", "A newcomer's.");
        assertThat(comments).extracting(Comment::wellReceived).containsExactly(true, false);
        run("update standing set agree = agree + 1");
        assertThat(replay.replay().differences()).anyMatch(sentence -> sentence.startsWith("The standing "));
    }

    @Test
    void what_is_rated_in_a_walled_channel_tells_nothing_of_medicine() throws Exception {
        community();
        run("update question set channel = 'practice-and-policy'");
        keeper.fitAll();
        assertThat(replay.replay().raters()).isZero();
        assertThat(replay.replay().fitted()).isZero();
        assertThat(replay.replay().differences()).isEmpty();
    }

    private Ratings ratings(long comment) {
        return RatingScore.of(store.kept(comment, 1, store.fit()).get(0).tally(), false, NOW);
    }

    private String label(long comment, Instant at) {
        return RatingScore.of(store.kept(comment, 1, store.fit()).get(0).tally(), false, at)
                .label();
    }

    /** Questions with advice that both schools, one, the other, or none would take, rated by most with a few slips. */
    private List<Long> community() throws SQLException {
        List<Long> questions = new ArrayList<>();
        try (Connection connection = jpa.database().getConnection();
                PreparedStatement rating =
                        connection.prepareStatement("insert into rating (advice, member, rating) values (?, ?, ?)")) {
            for (int number = 0; number < 6; number++) {
                long question = ask();
                questions.add(question);
                for (String kind : List.of("both", "one", "other", "none")) {
                    rated(rating, advise(question, kind), kind);
                }
            }
            rating.executeBatch();
        }
        for (String column : List.of("agree", "disagree")) {
            run("update advice set " + column
                    + " = (select count(*) from rating r where r.advice = advice.id and r.rating = '"
                    + column.toUpperCase(Locale.ROOT) + "')");
        }
        return questions;
    }

    private void rated(PreparedStatement rating, long comment, String kind) throws SQLException {
        for (int rater = 1; rater <= MEMBERS; rater++) {
            if (lot.nextInt(10) < 8) {
                boolean would = kind.equals("both") || kind.equals(rater % 2 == 0 ? "one" : "other");
                boolean slip = lot.nextInt(20) == 0;
                rating.setLong(1, comment);
                rating.setInt(2, rater);
                rating.setString(3, would == slip ? "DISAGREE" : "AGREE");
                rating.addBatch();
            }
        }
    }

    private long ask() {
        Question asked = desk.ask(
                member(1_000),
                new NewQuestion(
                        MEDICINE,
                        "How long do you wait?",
                        "After a small subdural, before apixaban.",
                        List.of(),
                        null,
                        false));
        return asked.id();
    }

    private long advise(long question, String kind) {
        return advice.comment(member(1_001), question, "What " + kind + " would do.", true)
                .id();
    }

    /** As the platform does: the rating, and what its event says is weighed. */
    private void rate(int rater, long comment, Rating rating) {
        int before = events.size();
        advice.rate(member(rater), comment, rating);
        List<Placed<RatingEvent>> rated = new ArrayList<>();
        for (Event event : events.subList(before, events.size())) {
            if (event instanceof RatingEvent about) {
                rated.add(new Placed<>(0, about));
            }
        }
        new RatingWeigher(keeper).onAll(rated);
    }

    private static Member member(int id) {
        return new Member(id, "member" + id, MEDICINE);
    }

    private View view(long comment) {
        return RatingScore.of(store.kept(comment, 1, store.fit()).get(0).tally(), false, NOW)
                .view();
    }

    private static View view(List<Comment> comments, String kind) {
        return comments.stream()
                .filter(comment -> comment.text().equals("What " + kind + " would do."))
                .findFirst()
                .orElseThrow()
                .ratings()
                .view();
    }

    private void run(String sql) {
        try (var connection = jpa.database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
