package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.curbside.api.content.Channel;
import org.curbside.spi.specialty.Guide;
import org.curbside.spi.specialty.Specialty;
import org.curbside.web.internal.AskPages.AskPage;
import org.junit.jupiter.api.Test;

/** What a specialty offers to whoever asks in it. */
class OfferTest {

    private static final Guide GUIDE = new Guide(
            List.of(new Guide.Heading("Course", "What changed."), new Guide.Heading("Echo", "What it showed.")),
            List.of("Chest pain with a new ST elevation."),
            List.of(
                    new Guide.Preset("Rate or rhythm", "choice", "Which first?", List.of("rate", "rhythm")),
                    new Guide.Preset("By dose", "dose", "How much?", List.of())));

    private static final Channel HEART = channel("207RC0000X", "Cardiology", "207R00000X", GUIDE);
    private static final Channel RHYTHM = channel("207RC0001X", "Electrophysiology", "207RC0000X", Guide.NONE);
    private static final Channel SURGERY = channel("208600000X", "Surgery", "", Guide.NONE);
    private static final Channel PRACTICE = new Channel(
            Channel.PRACTICE,
            "Practice",
            List.of(),
            List.of(),
            "",
            List.of(),
            List.of(),
            Guide.NONE,
            "For payment.",
            true);
    private static final List<Channel> ALL = List.of(HEART, RHYTHM, PRACTICE, SURGERY);

    private final Pages pages = new Pages();

    @Test
    void polls_of_types_that_are_not_installed_are_not_offered() {
        assertThat(offer(HEART).guide().polls()).extracting(Guide.Preset::name).containsExactly("Rate or rhythm");
    }

    @Test
    void a_part_without_a_guide_has_that_of_the_whole() {
        assertThat(offer(RHYTHM).guide()).isEqualTo(offer(HEART).guide());
        assertThat(offer(SURGERY).guide()).isEqualTo(Guide.NONE);
        assertThat(Offer.of("nowhere", ALL, Set.of()).guide()).isEqualTo(Guide.NONE);
    }

    @Test
    void headings_are_put_below_what_was_written() {
        String headings = "Course: \n\nEcho: ";
        assertThat(offer(HEART).takenOver(Offer.template(), Map.of("text", " ")))
                .containsEntry("text", headings);
        assertThat(offer(HEART).takenOver(Offer.template(), Map.of("text", "Three days.")))
                .containsEntry("text", "Three days.\n\n" + headings);
    }

    @Test
    void a_topic_is_added_once_and_taken_away_again() {
        Map<String, String> added = offer(HEART).takenOver(Offer.topic("syncope"), Map.of("topics", "Stroke ,"));
        assertThat(added).containsEntry("topics", "stroke, syncope");
        assertThat(offer(HEART).takenOver(Offer.topic("syncope"), added)).containsEntry("topics", "stroke");
        assertThat(Offer.isIn("Stroke , syncope", "stroke")).isTrue();
    }

    @Test
    void a_poll_is_filled_in_whole() {
        Guide.Preset poll = GUIDE.polls().get(0);
        assertThat(offer(HEART).takenOver(Offer.poll(poll), Map.of("title", "Kept")))
                .containsEntry("title", "Kept")
                .containsEntry("poll.type", "choice")
                .containsEntry("poll.text", "Which first?")
                .containsEntry("poll.choices", "rate\nrhythm");
        assertThat(offer(SURGERY).takenOver(Offer.poll(poll), Map.of("title", "Kept")))
                .as("which another specialty offered")
                .isEqualTo(Map.of("title", "Kept"));
    }

    @Test
    void the_page_shows_it_all_and_marks_the_topics_that_are_chosen() {
        String page = page(HEART, Map.of("topics", "syncope"));
        assertThat(page)
                .contains(
                        "<h2>For Cardiology</h2>",
                        "<li>Chest pain with a new ST elevation.</li>",
                        "<dt>Echo</dt>",
                        "value=\"topic:syncope\" aria-pressed=\"true\"",
                        "value=\"topic:stroke\" aria-pressed=\"false\"",
                        "value=\"poll:Rate or rhythm\"")
                .doesNotContain("How much?");
    }

    @Test
    void parts_stand_below_the_whole_and_what_is_no_specialty_apart() {
        String page = page(HEART, Map.of());
        assertThat(page)
                .containsSubsequence(
                        ">Cardiology</option>", ">\u2003Electrophysiology</option>", ">Surgery</option>", "<optgroup")
                .containsOnlyOnce(" selected")
                .containsSubsequence("<optgroup", ">Practice</option>", "</optgroup>");
        assertThat(page(PRACTICE, Map.of())).contains("For payment.").doesNotContain("value=\"template\"");
    }

    @Test
    void channels_that_go_round_in_a_circle_are_all_shown_once() {
        List<Channel> circle = List.of(SURGERY, channel("a", "A", "b", Guide.NONE), channel("b", "B", "a", Guide.NONE));
        assertThat(Branch.of(circle).stream().flatMap(Branch::lines).map(Branch::line))
                .containsExactly("Surgery", "A", "\u2003B");
    }

    private static Offer offer(Channel chosen) {
        return Offer.of(chosen.code(), ALL, Set.of("choice"));
    }

    private String page(Channel chosen, Map<String, String> filled) {
        Frame frame = new Frame("Ask", "heron", "member", "", "");
        return Rendered.page(pages, "ask.jte", new AskPage(frame, ALL, List.of(), offer(chosen), Form.filled(filled)));
    }

    private static Channel channel(String code, String name, String broader, Guide guide) {
        List<String> topics = Stream.of("stroke", "syncope").toList();
        return Channel.of(
                new Specialty(code, name, Set.of(code), List.of(), List.of(), topics, broader, List.of(), guide));
    }
}
