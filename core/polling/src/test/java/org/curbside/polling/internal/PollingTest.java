package org.curbside.polling.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.content.PostHidden;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.PostRestored;
import org.curbside.api.membership.Member;
import org.curbside.api.polling.NewPoll;
import org.curbside.api.polling.Poll;
import org.curbside.api.polling.PollKind;
import org.curbside.api.refusal.Refusal;
import org.curbside.polling.internal.store.PollStore;
import org.curbside.spi.export.Variable;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.InvalidQuestion;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollingTest {

    private static final Member MEMBER = new Member(7, "kestrel", "208600000X");
    private static final Member OTHER = new Member(8, "sparrow", "208600000X");
    private static final NewPoll POLL = new NewPoll("yes-no", " Would you operate? ", List.of());

    private final LocalJpa jpa = new LocalJpa("polling", "/db/polling/V1__polls.sql", "/db/polling/V2__withdrawn.sql");
    private final PollTypes types = new PollTypes();
    private final PollType yesNo = new YesNo();
    private PollingStation station;

    @BeforeEach
    void open() {
        types.addPollType(yesNo, Map.of("curbside.poll.type", "yes-no"));
        station = new PollingStation(
                new PollStore(jpa),
                types,
                Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC),
                new SecureRandom());
    }

    @Test
    void when_the_later_of_two_goes_the_earlier_answers_again() {
        PollType later = new YesNo();
        types.addPollType(later, Map.of("curbside.poll.type", "yes-no", "curbside.poll.name", "Later"));
        assertThat(types.find("yes-no")).contains(later);
        assertThat(station.types()).containsExactly(new PollKind("yes-no", "Later"));
        types.removePollType(later);
        assertThat(types.find("yes-no")).contains(yesNo);
    }

    @Test
    void poll_types_are_offered_by_their_names_and_go() {
        types.addPollType(yesNo, Map.of("curbside.poll.type", "yes-no", "curbside.poll.name", "Yes or no"));
        assertThat(station.types()).containsExactly(new PollKind("yes-no", "Yes or no"));
        types.removePollType(yesNo);
        assertThat(station.types()).isEmpty();
    }

    @Test
    void whoever_has_not_answered_sees_the_ballot_and_not_the_result() {
        long id = station.open(POLL);
        station.answer(OTHER, id, ballot("yes"));
        Poll seen = station.find(id, MEMBER).orElseThrow();
        assertThat(seen.text()).isEqualTo("Would you operate?");
        assertThat(seen.ballot()).hasSize(1);
        assertThat(seen.figures()).isEmpty();
        assertThat(seen.ballots()).isEqualTo(1);
    }

    @Test
    void a_poll_goes_with_its_question_and_comes_back_with_it() {
        long id = station.open(POLL);
        station.answer(OTHER, id, ballot("yes"));
        Instant now = Instant.EPOCH;
        PollStore store = new PollStore(jpa);
        new PollWithdrawer(store).on(7, new PostHidden(PostKind.QUESTION, 1, 1, id, List.of(), now, now));
        assertThat(station.find(id, MEMBER)).isEmpty();
        assertThat(station.latest(0, Long.MAX_VALUE, 10)).isEmpty();
        assertRefused("no-such-poll", () -> station.answer(MEMBER, id, ballot("yes")));
        PostRestored restored = new PostRestored(PostKind.QUESTION, 1, 1, id, List.of(), now, now);
        new PollReturner(store).on(6, restored);
        assertThat(station.find(id, MEMBER)).isEmpty();
        new PollReturner(store).on(8, restored);
        assertThat(station.find(id, MEMBER).orElseThrow().ballots()).isEqualTo(1);
        new PollWithdrawer(store).on(9, new PostHidden(PostKind.ADVICE, 2, 1, null, List.of(), now, now));
        assertThat(station.latest(0, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void whoever_has_answered_sees_the_result_so_far() {
        long id = station.open(POLL);
        station.answer(MEMBER, id, ballot("yes"));
        others(id, 4, "no");
        Poll seen = station.find(id, MEMBER).orElseThrow();
        assertThat(seen.answered()).isTrue();
        assertThat(seen.ballot()).isEmpty();
        assertThat(seen.figures())
                .containsExactly(
                        new Figure.Distribution("Ballots", List.of(new Figure.Bar("yes", 1), new Figure.Bar("no", 4))));
    }

    @Test
    void the_result_before_and_after_one_ballot_does_not_tell_what_was_in_it() {
        long id = station.open(POLL);
        station.answer(MEMBER, id, ballot("yes"));
        assertThat(station.find(id, MEMBER).orElseThrow().figures()).isEmpty();
        others(id, 4, "no");
        Poll five = station.find(id, MEMBER).orElseThrow();
        station.answer(OTHER, id, ballot("yes"));
        Poll six = station.find(id, MEMBER).orElseThrow();
        assertThat(six.ballots()).isEqualTo(6);
        assertThat(six.counted()).isEqualTo(5);
        assertThat(six.figures()).isEqualTo(five.figures());
        assertThat(station.find(id).orElseThrow().ballots()).isEqualTo(6);
    }

    @Test
    void the_newest_form_of_stored_answers_is_known_whether_or_not_their_type_is_there() {
        assertThat(station.newestSchema("yes-no")).isEmpty();
        long id = station.open(POLL);
        assertThat(station.newestSchema("yes-no")).isEmpty();
        others(id, 5, "no");
        assertThat(station.newestSchema("yes-no")).hasValue(1);

        types.removePollType(yesNo);
        types.addPollType(new InNewForm(), Map.of("curbside.poll.type", "yes-no"));
        station.answer(MEMBER, id, ballot("yes"));
        types.removePollType(types.find("yes-no").orElseThrow());

        assertThat(station.newestSchema("yes-no")).hasValue(2);
        assertThat(station.newestSchema("likert")).isEmpty();
    }

    @Test
    void whoever_plans_to_replace_a_type_learns_how_many_polls_are_of_it() {
        assertThat(station.on("poll.PollType", "yes-no")).isEmpty();
        station.open(POLL);
        assertThat(station.on("poll.PollType", "yes-no")).contains("1 poll");
        station.open(POLL);
        assertThat(station.on("poll.PollType", "yes-no")).contains("2 polls");
        assertThat(station.on("export.ExportFormat", "yes-no")).isEmpty();
    }

    @Test
    void a_second_ballot_is_refused_and_not_counted() {
        long id = station.open(POLL);
        station.answer(MEMBER, id, ballot("yes"));
        assertRefused("already-answered", () -> station.answer(MEMBER, id, ballot("no")));
        assertThat(station.find(id).orElseThrow().ballots()).isEqualTo(1);
    }

    @Test
    void a_poll_stays_readable_while_its_type_is_away_and_can_be_answered_when_it_is_back() {
        long id = station.open(POLL);
        station.answer(OTHER, id, ballot("yes"));
        others(id, 4, "no");
        types.removePollType(yesNo);
        Poll away = station.find(id, MEMBER).orElseThrow();
        assertThat(away.away()).isTrue();
        assertThat(away.text()).isEqualTo("Would you operate?");
        assertThat(away.figures()).isEmpty();
        assertThat(station.find(id, OTHER).orElseThrow().figures()).hasSize(1);
        assertRefused("poll-type-away", () -> station.answer(MEMBER, id, ballot("no")));
        assertRefused("no-such-poll-type", () -> station.open(POLL));
        types.addPollType(yesNo, Map.of("curbside.poll.type", "yes-no"));
        station.answer(MEMBER, id, ballot("no"));
        assertThat(station.find(id).orElseThrow().ballots()).isEqualTo(6);
    }

    @Test
    void what_the_type_refuses_is_refused_in_its_words() {
        assertRefused("poll-not-offered", () -> station.open(new NewPoll("yes-no", "Operate?", List.of("maybe"))));
        assertRefused("poll-text-length", () -> station.open(new NewPoll("yes-no", " ", List.of())));
        assertRefused("no-such-poll-type", () -> station.open(new NewPoll(null, "Operate?", null)));
        long id = station.open(POLL);
        assertRefused("ballot-unreadable", () -> station.answer(MEMBER, id, Map.of()));
        assertRefused("no-such-poll", () -> station.answer(MEMBER, 999, ballot("yes")));
    }

    @Test
    void a_poll_whose_type_does_not_answer_is_as_readable_as_one_that_is_away() {
        long id = station.open(POLL);
        types.addPollType(new Unanswering(), Map.of("curbside.poll.type", "yes-no"));
        Poll found = station.find(id, MEMBER).orElseThrow();
        assertThat(found.away()).isTrue();
        assertThat(found.ballot()).isEmpty();
    }

    @Test
    void nothing_kept_of_a_ballot_says_whose_it_is() throws SQLException {
        long one = station.open(POLL);
        long two = station.open(POLL);
        station.answer(MEMBER, one, ballot("yes"));
        station.answer(MEMBER, two, ballot("no"));
        assertThat(columns("ballot")).containsExactly("ID", "POLL", "SCHEMA_NUMBER", "ANSWER");
        assertThat(columns("urn")).containsExactly("ID", "POLL", "SCHEMA_NUMBER", "ANSWER");
        assertThat(values("select who from answered")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void ballots_leave_the_urn_together_under_other_ids() throws SQLException {
        long id = station.open(POLL);
        others(id, Poll.BATCH - 1, "no");
        List<String> waiting = values("select id from urn");
        assertThat(waiting).hasSize(Poll.BATCH - 1);
        assertThat(values("select id from ballot")).isEmpty();
        station.answer(MEMBER, id, ballot("yes"));
        assertThat(values("select id from urn")).isEmpty();
        assertThat(values("select answer from ballot order by answer")).containsExactly("no", "no", "no", "no", "yes");
        assertThat(values("select id from ballot")).doesNotContainAnyElementsOf(waiting);
    }

    private void others(long poll, int count, String answer) {
        for (int i = 0; i < count; i++) {
            station.answer(new Member(100 + i, "member-" + i, "208600000X"), poll, ballot(answer));
        }
    }

    private List<String> values(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = jpa.database().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private List<String> columns(String table) throws SQLException {
        try (Connection connection = jpa.database().getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select * from " + table)) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
            return names;
        }
    }

    private static Map<String, List<String>> ballot(String answer) {
        return Map.of("answer", List.of(answer));
    }

    private static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }

    /** The smallest honest poll type. */
    private static class YesNo implements PollType {

        private static final List<String> ANSWERS = List.of("yes", "no");

        @Override
        public void check(Question question) throws InvalidQuestion {
            if (!question.choices().isEmpty()) {
                throw new InvalidQuestion("Leave the choices out; they are yes and no.");
            }
        }

        @Override
        public List<Field> ballot(Question question) {
            return List.of(new Field.SingleChoice(
                    "answer",
                    "Your answer",
                    ANSWERS.stream().map(a -> new Field.Option(a, a)).toList()));
        }

        @Override
        public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
            List<String> values = submitted.getOrDefault("answer", List.of());
            if (values.size() != 1 || !ANSWERS.contains(values.get(0))) {
                throw new InvalidAnswer("Answer yes or no.");
            }
            return values.get(0);
        }

        @Override
        public int schemaVersion() {
            return 1;
        }

        @Override
        public String migrate(Question question, int version, String answer) {
            return answer;
        }

        @Override
        public Tally count(Question question, Collection<String> answers) {
            return answers.stream().map(Tally::of).reduce(Tally.EMPTY, Tally::plus);
        }

        @Override
        public int sensitivity(Question question) {
            return 1;
        }

        @Override
        public List<Figure> figures(Question question, Tally tally) {
            return List.of(new Figure.Distribution(
                    "Ballots",
                    ANSWERS.stream().map(a -> new Figure.Bar(a, tally.in(a))).toList()));
        }

        @Override
        public List<Variable> codebook(Question question) {
            return List.of(new Variable("answer", "Answer", Variable.Type.CODE, Map.of("yes", "yes", "no", "no")));
        }
    }

    private static final class InNewForm extends YesNo {

        @Override
        public int schemaVersion() {
            return 2;
        }
    }

    /** As the guard answers for one that hangs or fails. */
    private static final class Unanswering extends YesNo {

        @Override
        public List<Field> ballot(Question question) {
            throw Refusal.unavailable("add-on-failed", 5, "It does not answer.");
        }
    }
}
