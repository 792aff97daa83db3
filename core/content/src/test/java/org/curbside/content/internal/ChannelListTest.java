package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.curbside.api.content.Channel;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionAsked;
import org.curbside.api.event.Event;
import org.curbside.api.membership.Member;
import org.curbside.api.polling.NewPoll;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.content.internal.store.QuestionStore;
import org.curbside.spi.specialty.Guide;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.Term;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.Test;

class ChannelListTest {

    private static final String MEDICINE = "207R00000X";
    private static final String CARDIOLOGY = "207RC0000X";
    private static final Member ASKER = new Member(1, "kestrel", CARDIOLOGY);

    private static final Map<String, Object> LAST = Map.of("service.ranking", -1000, "service.id", 1L);
    private static final Map<String, Object> FIRST = Map.of("service.id", 2L);

    private static final Guide GUIDE = new Guide(
            List.of(new Guide.Heading("Echo", "What it showed.")),
            List.of("Chest pain with new ST elevation."),
            List.of(new Guide.Preset("Rate or rhythm", "choice", "Which first?", List.of("rate", "rhythm"))));

    private static final SpecialtyCatalogue REST = () -> List.of(
            new Specialty(MEDICINE, "Medicine", Set.of(MEDICINE, CARDIOLOGY), List.of(), List.of(), List.of("gout")));
    private static final SpecialtyCatalogue RICH = () -> List.of(
            new Specialty(MEDICINE, "Internal Medicine", Set.of(MEDICINE), List.of(), List.of(), List.of()),
            new Specialty(
                    CARDIOLOGY,
                    "Cardiology",
                    Set.of(CARDIOLOGY),
                    List.of("heart"),
                    List.of("207P00000X"),
                    List.of("atrial fibrillation"),
                    MEDICINE,
                    List.of(new Term("atrial fibrillation", List.of("AF"))),
                    GUIDE));

    private final LocalJpa jpa = Schema.open();
    private final ChannelList channels = new ChannelList(new ChannelStore(jpa));
    private final List<Event> events = new ArrayList<>();
    private final QuestionDesk desk = desk();

    private QuestionDesk desk() {
        Screens screens = new Screens();
        screens.addScreening(text -> List.of());
        QuestionStore store = new QuestionStore(jpa, (em, event) -> events.add(event));
        return new QuestionDesk(
                store,
                channels,
                screens,
                new WritingGate((member, act) -> {}, () -> {}),
                poll -> 77,
                Clock.systemUTC(),
                () -> {});
    }

    @Test
    void the_higher_ranking_has_the_word_in_whatever_order_they_come() {
        channels.addCatalogue(REST, LAST);
        channels.addCatalogue(RICH, FIRST);
        assertThat(names(channels)).containsExactly("Cardiology", "Internal Medicine", "Practice and Policy");
        ChannelList theOtherWay = new ChannelList(new ChannelStore(jpa));
        theOtherWay.addCatalogue(RICH, FIRST);
        theOtherWay.addCatalogue(REST, LAST);
        assertThat(theOtherWay.channels()).isEqualTo(channels.channels());
    }

    @Test
    void when_a_catalogue_goes_the_others_words_are_back_and_no_channel_or_question_is_lost() {
        channels.addCatalogue(RICH, FIRST);
        channels.addCatalogue(REST, LAST);
        Question asked = desk.ask(ASKER, question(CARDIOLOGY));
        channels.removeCatalogue(RICH, FIRST);
        assertThat(names(channels)).containsExactly("Cardiology", "Medicine", "Practice and Policy");
        assertThat(desk.find(asked.id())).contains(asked);
        assertThat(desk.ask(ASKER, question(CARDIOLOGY)).specialty()).isEqualTo("Cardiology");
    }

    @Test
    void all_that_is_known_of_a_channel_outlives_its_catalogue() {
        channels.addCatalogue(RICH, FIRST);
        ChannelList later = new ChannelList(new ChannelStore(jpa));
        assertThat(later.channels())
                .isEqualTo(channels.channels())
                .contains(Channel.of(RICH.specialties().get(1)));
    }

    @Test
    void what_was_kept_before_channels_had_guides_is_read() {
        jpa.tx(em -> em.createNativeQuery(
                        "insert into channel (code, name, topics) values ('" + MEDICINE + "', 'Medicine', 'gout')")
                .executeUpdate());
        assertThat(new ChannelList(new ChannelStore(jpa)).channels())
                .contains(new Channel(MEDICINE, "Medicine", List.of("gout")));
    }

    @Test
    void what_is_asked_about_practice_is_found_in_its_channel_only() {
        channels.addCatalogue(REST, LAST);
        Question medical = desk.ask(ASKER, question(MEDICINE));
        Question practice = desk.ask(ASKER, question(Channel.PRACTICE));
        assertThat(latest(Optional.empty())).containsExactly(medical);
        assertThat(latest(Optional.of(Channel.PRACTICE))).containsExactly(practice);
        assertThat(practice.topics()).containsExactly("payment");
        assertThat(events)
                .extracting(event -> ((QuestionAsked) event).topics())
                .as("which the topics are counted by")
                .containsExactly(List.of("payment"), List.of());
    }

    @Test
    void practice_takes_no_polls_for_clients_see_what_polls_find() {
        NewQuestion polled = new NewQuestion(
                Channel.PRACTICE,
                "Would you strike?",
                "The contract ends in March and talks have stopped.",
                List.of(),
                new NewPoll("choice", "Would you?", List.of("yes", "no")),
                false);
        assertThatThrownBy(() -> desk.ask(ASKER, polled)).hasMessageContaining("There are no polls in");
    }

    private List<Question> latest(Optional<String> channel) {
        return desk.latest(channel, Long.MAX_VALUE, 10).items();
    }

    private static List<String> names(ChannelList channels) {
        return channels.channels().stream().map(Channel::name).toList();
    }

    private static NewQuestion question(String channel) {
        return new NewQuestion(
                channel,
                "What is it paid for?",
                "The form was refused a third time, without a reason.",
                List.of("payment"),
                null,
                false);
    }
}
