package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.content.Author;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Consensus;
import org.curbside.api.content.Image;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Question;
import org.curbside.api.moderation.Case;
import org.curbside.api.refusal.Finding;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.screening.Concern.Severity;
import org.curbside.web.internal.AskPages.AskPage;
import org.curbside.web.internal.EditPages.EditPage;
import org.curbside.web.internal.EditPages.Edited;
import org.curbside.web.internal.ModerationPages.CasePage;
import org.curbside.web.internal.QuestionPages.ThreadPage;
import org.junit.jupiter.api.Test;

/** Pictures where they are sent, seen and decided about. */
class PicturePagesTest {

    private static final Frame FRAME = new Frame("A question", "wren", "member", "", "");
    private static final Image STRIP = new Image(7, 1, "Lead II, rate <150", 640, 200);

    private final Pages pages = new Pages();

    @Test
    void a_question_shows_its_pictures_with_what_they_show() {
        String page = Rendered.page(
                pages,
                "question.jte",
                new ThreadPage(
                        FRAME,
                        question(STRIP),
                        false,
                        List.of(),
                        Consensus.NONE,
                        Optional.empty(),
                        false,
                        false,
                        Map.of(),
                        Form.EMPTY,
                        Form.EMPTY,
                        Optional.empty()));
        assertThat(page)
                .contains(
                        "<a href=\"/api/questions/7/images/1\"><img src=\"/api/questions/7/images/1\""
                                + " alt=\"Lead II, rate &lt;150\" width=\"640\" height=\"200\" loading=\"lazy\"></a>",
                        "<figcaption>Lead II, rate &lt;150</figcaption>");
    }

    @Test
    void whoever_asks_can_choose_pictures_and_nothing_is_required() {
        String page = ask(Form.EMPTY);
        assertThat(page)
                .contains(
                        "action=\"/ask\" enctype=\"multipart/form-data\"",
                        "<input id=\"image3\" name=\"image3\" type=\"file\" accept=\"image/jpeg,image/png\" aria-describedby=\"image3-help\">",
                        "<label for=\"alt3\">What picture 3 shows</label>",
                        "Nobody can be recognised in these pictures",
                        "formaction=\"/similar\" formenctype=\"application/x-www-form-urlencoded\"")
                .doesNotContain("image4", "Choose the pictures again");
    }

    @Test
    void what_was_refused_says_where_and_that_the_files_have_to_be_chosen_again() {
        Map<String, String> sent = Map.of("title", "Flutter?", "alt1", "As Jane Doe", "image1", "chosen", "image2", "");
        Finding name = new Finding("alt1", 3, 11, "Jane Doe", "name", Severity.BLOCK, "Take it out.");
        String page = ask(
                new Form(sent, Refusal.invalid("could-identify", "alt1", "Take out “Jane Doe”.", List.of(name)), ""));
        assertThat(page)
                .contains(
                        "value=\"As Jane Doe\"",
                        "value=\"Flutter?\"",
                        "<a href=\"#alt1\">Take out “Jane Doe”.</a>",
                        "<a href=\"#alt1\">What picture 1 shows</a>",
                        "As <mark class=\"block\">Jane Doe",
                        "Choose the pictures again")
                .doesNotContain("value=\"chosen\"");
        assertThat(ask(new Form(sent, Refusal.invalid("image-unreadable", "image1", "Send a picture."), "")))
                .contains("<a href=\"#image1\">Send a picture.</a>", "id=\"image1-wrong\"");
        Map<String, String> unsaid = Map.of("unrecognisable", "", "image1", "chosen");
        assertThat(ask(new Form(unsaid, Refusal.invalid("image-not-confirmed", "unrecognisable", "Look."), "")))
                .contains("<a href=\"#unrecognisable\">Look.</a>", "aria-describedby=\"unrecognisable-wrong\"");
    }

    @Test
    void the_author_adds_pictures_and_removes_them_where_the_question_is_edited() {
        assertThat(edit(Form.EMPTY, STRIP))
                .contains(
                        "<form method=\"post\" action=\"/questions/7/images\"><p><button class=\"choice\" name=\"remove\" value=\"1\"",
                        "action=\"/questions/7/images\" enctype=\"multipart/form-data\"",
                        "name=\"image\" type=\"file\" accept=\"image/jpeg,image/png\" required")
                .doesNotContain("Choose the picture again");
        assertThat(edit(Form.EMPTY, STRIP, STRIP, STRIP)).doesNotContain("type=\"file\"");
        Form refused =
                new Form(Map.of("image", "chosen", "alt", "ECG"), Refusal.invalid("a", "alt", "Write more."), "");
        assertThat(edit(refused))
                .contains("<a href=\"#alt\">Write more.</a>", "value=\"ECG\"", "Choose the picture again");
    }

    @Test
    void whoever_decides_sees_the_pictures_by_the_case() {
        Case flagged = new Case(
                3,
                PostKind.QUESTION,
                7,
                7,
                "Surgery",
                "wren",
                "When?",
                "A text.",
                Instant.EPOCH,
                Case.State.OPEN,
                5,
                true,
                null,
                false,
                List.of(),
                List.of(),
                null,
                null,
                null,
                Case.Todo.DECIDE);
        assertThat(Rendered.page(
                        pages, "moderation-case.jte", new CasePage(FRAME, flagged, List.of(STRIP), Form.EMPTY)))
                .contains("<img src=\"/api/moderation/cases/3/images/1\"");
    }

    private String ask(Form form) {
        List<Channel> channels = List.of(new Channel("207R00000X", "Internal Medicine", List.of()));
        Offer offer = Offer.of("207R00000X", channels, List.of());
        return Rendered.page(pages, "ask.jte", new AskPage(FRAME, channels, List.of(), offer, form));
    }

    private String edit(Form adding, Image... images) {
        return Rendered.page(
                pages,
                "edit.jte",
                new EditPage(
                        FRAME,
                        "/questions/7/edit",
                        new Edited("/questions/7", PostKind.QUESTION),
                        Form.EMPTY,
                        List.of(images),
                        adding));
    }

    private static Question question(Image... images) {
        return new Question(
                7,
                0,
                new Author("wren", "Surgery"),
                "208600000X",
                "Surgery",
                List.of(),
                "When?",
                "A text.",
                null,
                0,
                Instant.EPOCH,
                null,
                null,
                List.of(images),
                null);
    }
}
