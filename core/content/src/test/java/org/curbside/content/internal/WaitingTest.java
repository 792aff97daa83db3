package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.curbside.api.content.Channel;
import org.curbside.api.content.FirstReplies;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Waiting;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.membership.Member;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.content.internal.store.CommentStore;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.QuestionStore;
import org.curbside.spi.specialty.Specialty;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String MEDICINE = "207R00000X";
    private static final String CARDIOLOGY = "207RC0000X";
    private static final String EMERGENCY = "207P00000X";
    private static final String SURGERY = "208600000X";
    private static final Member ASKER = new Member(1, "wren", SURGERY);
    private static final Member READER = new Member(2, "heron", MEDICINE);

    private QuestionDesk desk;
    private Advice advice;

    @BeforeEach
    void open() {
        LocalJpa jpa = Schema.open();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Screens screens = new Screens();
        screens.addScreening(text -> List.of());
        ChannelList channels = new ChannelList(new ChannelStore(jpa));
        channels.addCatalogue(
                () -> List.of(
                        specialty(MEDICINE, List.of(EMERGENCY), ""),
                        specialty(CARDIOLOGY, List.of(), MEDICINE),
                        specialty(EMERGENCY, List.of(MEDICINE), ""),
                        specialty(SURGERY, List.of(), "")),
                Map.of());
        desk = new QuestionDesk(
                new QuestionStore(jpa, (em, event) -> {}),
                channels,
                screens,
                new WritingGate((member, act) -> {}, () -> {}),
                poll -> 0,
                clock,
                () -> {});
        advice = new Advice(
                new CommentStore(jpa, (em, event) -> {}),
                new ConsensusStore(jpa, (em, event) -> {}),
                channels,
                screens,
                new WritingGate((member, act) -> {}, () -> {}),
                clock);
    }

    @Test
    void what_waits_in_ones_field_and_beside_it_comes_the_oldest_first() {
        long own = ask(ASKER, MEDICINE, 30);
        long part = ask(ASKER, CARDIOLOGY, 90);
        long neighbour = ask(ASKER, EMERGENCY, 60);
        ask(ASKER, SURGERY, 600);
        ask(ASKER, Channel.PRACTICE, 600);
        ask(READER, MEDICINE, 600);
        assertThat(waiting(READER)).containsExactly(part, neighbour, own);
        assertThat(desk.waiting(READER)).extracting(Waiting::minutes).containsExactly(90L, 60L, 30L);
        assertThat(waiting(new Member(3, "owl", CARDIOLOGY)))
                .contains(part, own)
                .doesNotContain(neighbour);
        assertThat(waiting(new Member(4, "rail", IssuerKey.PROFESSION))).hasSize(5);
    }

    @Test
    void of_more_than_can_be_shown_the_oldest_of_all_channels_are() {
        List<Long> asked = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            asked.add(ask(ASKER, List.of(MEDICINE, CARDIOLOGY, EMERGENCY).get(n % 3), 1_000 - n));
        }
        assertThat(waiting(READER)).isEqualTo(asked.subList(0, 20));
    }

    @Test
    void what_somebody_else_has_advised_on_waits_no_more() {
        long answered = ask(ASKER, MEDICINE, 90);
        long added = ask(ASKER, MEDICINE, 60);
        long closed = ask(ASKER, MEDICINE, 30);
        advise(READER, answered, 10);
        advise(ASKER, added, 10);
        desk.conclude(ASKER, closed, new NewConclusion("It went by itself.", null, true));
        assertThat(waiting(READER)).containsExactly(added);
    }

    @Test
    void how_long_colleagues_wait_is_counted_of_what_is_older_than_a_day() {
        int[] asked = {3_000, 4_000, 5_000, 6_000};
        int[] replied = {30, 120, 500};
        for (int i = 0; i < asked.length; i++) {
            long question = ask(ASKER, MEDICINE, asked[i]);
            if (i < replied.length) {
                advise(READER, question, asked[i] - replied[i]);
            }
        }
        ask(ASKER, MEDICINE, 60);
        ask(ASKER, Channel.PRACTICE, 3_000);
        ask(ASKER, MEDICINE, 91 * 1_440);
        assertThat(desk.firstReplies()).isEqualTo(new FirstReplies(4, 3, 120L));
        assertThat(desk.firstReplies().percent()).isEqualTo(75);
    }

    @Test
    void where_nothing_was_asked_nothing_is_said() {
        assertThat(desk.firstReplies()).isEqualTo(new FirstReplies(0, 0, null));
        assertThat(desk.firstReplies().percent()).isZero();
        assertThat(desk.waiting(READER)).isEmpty();
    }

    private long ask(Member author, String channel, int minutesAgo) {
        NewQuestion question = new NewQuestion(
                channel, "How long do you wait?", "After a small subdural, before apixaban.", List.of(), null, true);
        return desk.ask(author, question, ago(minutesAgo)).id();
    }

    private void advise(Member author, long question, int minutesAgo) {
        advice.comment(author, question, "Four weeks.", true, ago(minutesAgo));
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private List<Long> waiting(Member reader) {
        return desk.waiting(reader).stream()
                .map(waiting -> waiting.question().id())
                .toList();
    }

    private static Specialty specialty(String code, List<String> neighbours, String broader) {
        return new Specialty(code, code, Set.of(code), List.of(), neighbours, List.of(), broader);
    }
}
