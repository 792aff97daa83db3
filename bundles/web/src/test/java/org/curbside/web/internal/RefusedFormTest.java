package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.curbside.api.content.Author;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Consensus;
import org.curbside.api.content.Question;
import org.curbside.api.polling.Poll;
import org.curbside.api.refusal.Finding;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.poll.Field;
import org.curbside.spi.screening.Concern.Severity;
import org.curbside.web.internal.AccountPages.JoinPage;
import org.curbside.web.internal.AskPages.AskPage;
import org.curbside.web.internal.QuestionPages.ThreadPage;
import org.junit.jupiter.api.Test;

/** Whoever is refused is told so above the form, is led to the field, and finds what they wrote. */
class RefusedFormTest {

    private static final Frame FRAME = new Frame("Title", "heron", "member", "", "");

    private final Pages pages = new Pages();

    @Test
    void what_is_wrong_stands_above_the_form_and_leads_to_its_field() {
        String page = ask(Map.of("title", "Rate?", "topics", "af"), Refusal.invalid("a", "title", "Write more."));

        assertThat(page).contains("<p class=\"wrong\" role=\"alert\"><a href=\"#title\">Write more.</a></p>");
        assertThat(tag("title", page))
                .contains(
                        "value=\"Rate?\"",
                        "aria-invalid=\"true\"",
                        "aria-describedby=\"title-help title-wrong\"",
                        " autofocus");
        assertThat(page).contains("id=\"title-help\"", "<p class=\"wrong\" id=\"title-wrong\">Write more.</p>");
        assertThat(tag("topics", page))
                .contains("value=\"af\"", "aria-describedby=\"topics-help\"")
                .doesNotContain("aria-invalid", "autofocus", "required");
        assertThat(page.split("role=\"alert\"", -1)).hasSize(2);
    }

    @Test
    void a_long_text_and_a_choice_are_led_to_alike() {
        String text = ask(Map.of("text", "A <b>"), Refusal.invalid("a", "text", "Write more."));
        assertThat(tag("text", text)).contains("aria-invalid=\"true\"", " autofocus");
        assertThat(text).contains(">A &lt;b&gt;</textarea>");

        String choice = ask(Map.of("specialty", ""), Refusal.invalid("a", "specialty", "Choose one."));
        assertThat(tag("specialty", choice)).contains("aria-describedby=\"specialty-help specialty-wrong\"");
    }

    @Test
    void what_could_identify_is_marked_in_the_text_with_its_reason() {
        String text = "Call <Mary> at 555-0134, the mayor.";
        String page = ask(
                Map.of("title", "Mary", "text", " " + text + "\n", "topics", "stroke, st. luke's"),
                Refusal.invalid(
                        "could-identify",
                        "text",
                        "Take out “555-0134”.",
                        List.of(
                                found("text", text, "Mary", "name", Severity.CONFIRM),
                                found("text", text, "555-0134", "phone", Severity.BLOCK),
                                found("text", text, "the mayor", "unique", Severity.CONSIDER),
                                new Finding("topics", 0, 9, "st. luke's", "place", Severity.CONFIRM, "Say so."))));

        assertThat(page)
                .contains(
                        ">Call &lt;<mark class=\"confirm\">Mary<span class=\"said\"> (Look again: Say so.)"
                                + " </span></mark>&gt; at <mark class=\"block\">555-0134<span class=\"said\"> (Take out:"
                                + " Say so.) </span></mark>, <mark class=\"consider\">the mayor<span class=\"said\">"
                                + " (Consider: Say so.) </span></mark>.</p>",
                        "<li>“555-0134”: Say so.</li>",
                        "<a href=\"#topics\">Topics</a>",
                        "<mark class=\"confirm\">st. luke's",
                        "<input type=\"checkbox\"> “the mayor”: Say so.",
                        "> Call &lt;Mary&gt; at 555-0134, the mayor.\n</textarea>")
                .containsOnlyOnce("name=\"confirmed\"");
    }

    @Test
    void what_identifies_by_itself_cannot_be_confirmed() {
        Finding phone = found("text", "At 555-0134.", "555-0134", "phone", Severity.BLOCK);
        assertThat(ask(
                        Map.of("text", "At 555-0134."),
                        Refusal.invalid("could-identify", "text", "Take it out.", List.of(phone))))
                .contains("<h3>Take out</h3>")
                .doesNotContain("name=\"confirmed\"", "<h3>Look again</h3>");
    }

    private static Finding found(String field, String text, String span, String kind, Severity severity) {
        int start = text.indexOf(span);
        return new Finding(field, start, start + span.length(), span, kind, severity, "Say so.");
    }

    @Test
    void what_is_wrong_with_no_field_of_the_page_is_text_that_the_browser_goes_to() {
        for (Refusal refusal :
                List.of(Refusal.conflict("a", "Come later."), Refusal.invalid("a", "elsewhere", "Come later."))) {
            assertThat(ask(Map.of("title", "Rate?"), refusal))
                    .contains("<p class=\"wrong\" role=\"alert\" tabindex=\"-1\" autofocus>Come later.</p>")
                    .doesNotContain("aria-invalid");
        }
    }

    @Test
    void a_fresh_form_complains_of_nothing() {
        assertThat(ask(Form.EMPTY)).doesNotContain("role=\"alert\"", "aria-invalid", "autofocus", "class=\"wrong\"");
    }

    @Test
    void a_password_is_never_sent_back() {
        Form form =
                new Form(Map.of("password", "four words make one"), Refusal.invalid("a", "password", "Longer."), "");

        String page = Rendered.page(pages, "join.jte", new JoinPage(FRAME, form));

        assertThat(tag("password", page)).contains("aria-invalid=\"true\"").doesNotContain("value=");
        assertThat(page).doesNotContain("four words");
    }

    @Test
    void a_ballot_that_was_refused_keeps_what_was_chosen_and_leads_to_its_first_option() {
        Poll poll = poll(new Field.SingleChoice(
                "choice", "Your answer", List.of(new Field.Option("1", "Yes"), new Field.Option("2", "No"))));
        Form form = new Form(Map.of("ballot.choice", "2"), Refusal.invalid("a", "ballot.choice", "One."), "");

        String page = ballot(poll, form);

        assertThat(page)
                .contains("<a href=\"#ballot.choice\">One.</a>", "role=\"radiogroup\"", "aria-invalid=\"true\"");
        assertThat(tag("ballot.choice", page))
                .contains("value=\"1\"", " autofocus")
                .doesNotContain("checked");
        assertThat(page).containsOnlyOnce(" checked").containsPattern("value=\"2\"[^>]* checked");
    }

    @Test
    void every_step_of_a_scale_says_where_it_stands() {
        String page = ballot(poll(new Field.Scale("step", "How far?", 1, 3, "Not at all", "Wholly")), Form.EMPTY);

        assertThat(page)
                .contains(
                        "1<span class=\"said\">, Not at all</span>",
                        "2<span class=\"said\">, between the ends</span>",
                        "3<span class=\"said\">, Wholly</span>");
    }

    private String ballot(Poll poll, Form form) {
        Author author = new Author("heron", "Internal Medicine");
        Question question = new Question(
                7,
                0,
                author,
                "207R00000X",
                "Internal Medicine",
                List.of(),
                "Rate?",
                "A text.",
                3L,
                0,
                Instant.EPOCH,
                null,
                null,
                null);
        return Rendered.page(
                pages,
                "question.jte",
                new ThreadPage(
                        FRAME,
                        question,
                        false,
                        List.of(),
                        Consensus.NONE,
                        Optional.of(poll),
                        false,
                        false,
                        Map.of(),
                        Form.EMPTY,
                        form,
                        Optional.empty()));
    }

    private static Poll poll(Field field) {
        return new Poll(3, "choice", "When?", List.of(field), false, false, 0, 0, List.of());
    }

    private String ask(Map<String, String> values, Refusal refusal) {
        return ask(new Form(values, refusal, ""));
    }

    private String ask(Form form) {
        List<Channel> channels = List.of(new Channel("207R00000X", "Internal Medicine", List.of()));
        Offer offer = Offer.of("207R00000X", channels, List.of());
        return Rendered.page(pages, "ask.jte", new AskPage(FRAME, channels, List.of(), offer, form));
    }

    /** The opening tag of the element with that id. */
    private static String tag(String id, String page) {
        return Pattern.compile("<[a-z]+ id=\"" + Pattern.quote(id) + "\"[^>]*>")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }
}
