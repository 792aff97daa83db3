package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.curbside.api.content.Author;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Conclusion;
import org.curbside.api.content.Consensus;
import org.curbside.api.content.Edited;
import org.curbside.api.content.Hindsight;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Question;
import org.curbside.api.content.Ratings;
import org.curbside.api.content.Reply;
import org.curbside.api.content.Revision;
import org.curbside.api.content.View;
import org.curbside.api.notification.Level;
import org.curbside.api.notification.Subject;
import org.curbside.api.notification.Subscription;
import org.curbside.api.polling.Poll;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;
import org.curbside.web.internal.ConclusionPages.ConcludePage;
import org.curbside.web.internal.QuestionPages.ThreadPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a page says of advice, of those who differ, and of what became of it. */
class QuestionPagesTest {

    private static final Frame FRAME = new Frame("A question", "wren", "member", "", "");
    private static final Ratings SHARED =
            new Ratings(24, 0, 6, 0.63, View.SHARED, "shared across views, 24 of 30", 0, "");
    private static final Ratings OPEN = new Ratings(6, 0, 24, 0.1, View.OPEN, "", 0, "");

    private final Pages pages = new Pages();

    @Test
    void who_disagrees_with_the_best_rated_is_heard_right_there() {
        Consensus consensus =
                new Consensus(new Consensus.Dissent(2, 5, 6), new Consensus.Agreement(0.62, 0.41, 0.83, 0.55, 30));
        String page = thread(question(null), false, consensus, advice(1, SHARED, null), advice(2, OPEN, null));
        assertThat(page)
                .contains(
                        "<span class=\"label shared\">shared across views, 24 of 30</span>",
                        "Raters agree much on this question",
                        "30 members rated.",
                        "0.62 (95 % interval 0.41 to 0.83)",
                        "Krippendorff’s alpha is 0.55.")
                .containsOnlyOnce(
                        "Those who disagree with this rate best: <a href=\"#advice-2\">the advice of heron2</a>")
                .contains("with which 5 of 6 of them agree");
    }

    @Test
    void where_little_can_be_said_nothing_is() {
        String page = thread(question(null), false, Consensus.NONE, advice(1, OPEN, null));
        assertThat(page)
                .doesNotContain("Raters ", "Those who disagree", "Borne out", "What became of it", "class=\"label")
                .contains("<button type=\"submit\">Advise</button>");
    }

    @Test
    void standing_and_what_is_not_counted_is_said() {
        Ratings some = new Ratings(3, 0, 1, 0.4, View.OPEN, "", 2, "");
        Comment plain = advice(1, OPEN, null);
        assertThat(thread(question(null), false, Consensus.NONE, plain, wellReceived(advice(2, some, null))))
                .containsOnlyOnce("well received by other specialties")
                .containsOnlyOnce("2 not counted, of members who favour each other beyond chance");
        assertThat(thread(question(null), false, Consensus.NONE, plain)).doesNotContain("well received", "not counted");
    }

    @Test
    void an_author_in_a_minority_reads_what_others_do_not_yet() {
        Ratings own =
                new Ratings(1, 0, 9, 0, View.MINORITY, "minority view, 1 of 10", 0, "Only you read this until then.");
        assertThat(thread(question(null), false, Consensus.NONE, advice(1, own, null)))
                .contains("label minority", "<p class=\"aside\">Only you read this until then.</p>");
    }

    @Test
    void a_closed_question_shows_what_became_of_it_and_takes_no_more_advice() {
        Question closed = question(new Conclusion("Four weeks, <no> bleeding.", Instant.EPOCH));
        String page = thread(
                closed,
                true,
                Consensus.NONE,
                advice(1, OPEN, Hindsight.BORNE_OUT),
                advice(2, OPEN, Hindsight.NOT_BORNE_OUT));
        assertThat(page)
                .contains(
                        "Four weeks, &lt;no&gt; bleeding.",
                        ">Borne out, says whoever asked<",
                        ">Not borne out, says whoever asked<",
                        "This question is closed. You can still rate the advice.",
                        ">Change the conclusion</a>")
                .doesNotContain("<button type=\"submit\">Advise</button>");
    }

    @Test
    void nobody_is_invited_to_advise_where_it_is_not_taken() {
        assertThat(thread(question(null), false, Consensus.NONE)).contains("A short answer helps more than none.");
        assertThat(thread(question(new Conclusion("Well.", Instant.EPOCH)), false, Consensus.NONE))
                .contains("Nobody has advised.")
                .doesNotContain("A short answer helps more than none.");
    }

    @Test
    void whoever_wants_to_answers_before_the_advice_is_shown() {
        Optional<Poll> poll = Optional.of(poll(choice("choice", 2)));
        assertThat(thread(question(null), false, Consensus.NONE, poll, true))
                .contains(
                        "will be shown when you have answered the poll, or advised.",
                        "href=\"/questions/7?see=now#advice\"",
                        ">Always show the advice</button>")
                .doesNotContain("No advice yet");
        assertThat(thread(question(null), false, Consensus.NONE, poll, false, advice(1, OPEN, null)))
                .contains(">Let me answer polls before I see advice</button>", "id=\"advice-1\"");
        assertThat(thread(question(null), true, Consensus.NONE, poll, false)).doesNotContain("/answer-first");
    }

    @Test
    void few_options_are_buttons_and_many_are_lists() {
        String few = thread(question(null), false, Consensus.NONE, Optional.of(poll(choice("one", 10))), false);
        assertThat(few).contains("type=\"radio\"").doesNotContain("<select");
        Field[] ranks = {choice("one", 6), choice("two", 5)};
        String many = thread(question(null), false, Consensus.NONE, Optional.of(poll(ranks)), false);
        assertThat(many)
                .contains("name=\"ballot.two\"", "<option value=\"\">Choose</option>", ">Diagnosis 6</option>")
                .doesNotContain("type=\"radio\"");
    }

    @Test
    void a_ranking_is_shown_in_its_order_with_its_scores() {
        Figure ranking = new Figure.Ranking(
                "Pooled", List.of(new Figure.Place("Gout", 2.5), new Figure.Place("Lupus", 1 / 3.0)));
        Poll answered = new Poll(3, "differential", "Which?", List.of(), true, false, 5, 5, List.of(ranking));
        assertThat(thread(question(null), false, Consensus.NONE, Optional.of(answered), false))
                .containsSubsequence(">Gout</th>", ">2.50</td>", ">Lupus</th>", ">0.33</td>");
    }

    @Test
    void only_whoever_asked_is_offered_to_close_it() {
        assertThat(thread(question(null), true, Consensus.NONE)).contains("/questions/7/conclusion");
        assertThat(thread(question(null), false, Consensus.NONE)).doesNotContain("/questions/7/conclusion");
    }

    @Test
    void what_was_written_stays_in_the_form_when_it_is_refused() {
        Form form = Form.filled(Map.of("text", "Call 212-555-0134.", "hindsight-1", "borne-out"));
        String page = conclude(question(null), form, advice(1, OPEN, null));
        assertThat(page)
                .contains(
                        ">Call 212-555-0134.</textarea>",
                        "What became of the advice of heron1",
                        "<option value=\"borne-out\" selected>",
                        ">Close it</button>")
                .doesNotContain("Open it again");
        assertThat(conclude(question(new Conclusion("Well.", Instant.EPOCH)), Form.EMPTY))
                .contains(">Write it anew</button>", ">Open it again</button>");
        Form refused =
                new Form(Map.of("text", ""), Refusal.invalid("question-conclusion-length", "text", "Write more."), "");
        assertThat(conclude(question(null), refused)).contains("<a href=\"#text\">Write more.</a>");
    }

    @Test
    void edited_advice_says_since_when_and_how_many_had_rated_it() {
        Comment advice = advice(1, OPEN, null);
        assertThat(thread(question(null), false, Consensus.NONE, advice)).doesNotContain("edited", "/edit\"");
        String page = thread(question(null), false, Consensus.NONE, edited(advice, 3));
        assertThat(page)
                .contains(
                        "<a href=\"/questions/7/advice/1/history\">edited <time datetime=\"1970-01-02T00:00:00Z\">2 January 1970")
                .contains(", when 3 had rated it</a>");
        assertThat(thread(question(null), true, Consensus.NONE, edited(advice, 0)))
                .contains("<a href=\"/questions/7/edit\">edit it</a>")
                .doesNotContain("had rated it");
    }

    @Test
    void earlier_versions_are_shown_but_for_those_that_were_erased() {
        Instant day = Instant.EPOCH;
        List<Revision> revisions = List.of(
                new Revision(null, "", day, day, 0, true), new Revision(null, "Five weeks.", day, day, 4, false));
        String page = Rendered.page(
                pages,
                "history.jte",
                new EditPages.HistoryPage(
                        FRAME, "/questions/7#advice-1", "heron", revisions, new EditPages.Version(null, "Six weeks.")));
        assertThat(page)
                .containsSubsequence(
                        "heron has deleted what it said", "4 had rated it by then", "Five weeks.", "Now", "Six weeks.");
        assertThat(Rendered.page(
                        pages,
                        "history.jte",
                        new EditPages.HistoryPage(
                                FRAME,
                                "/questions/7",
                                "heron",
                                List.of(),
                                new EditPages.Version("When?", "Six weeks."))))
                .contains("It was never edited. <a href=\"/questions/7\">Back to it</a>");
    }

    @Test
    void what_was_edited_stays_in_the_form_when_it_is_refused() {
        Form refused = new Form(
                Map.of("title", "When?", "text", "Call.", "erases", "yes"),
                Refusal.invalid("question-text-length", "text", "Write more."),
                "");
        assertThat(edit(refused, PostKind.QUESTION))
                .contains(
                        "value=\"When?\"",
                        ">Call.</textarea>",
                        "<a href=\"#text\">Write more.</a>",
                        "name=\"erases\" value=\"yes\" checked");
        assertThat(edit(Form.filled(Map.of("text", "Four weeks.")), PostKind.ADVICE))
                .contains(">Four weeks.</textarea>", "and its ratings stay")
                .doesNotContain("name=\"title\"", "checked");
        assertThat(edit(Form.filled(Map.of("text", "Which scan?")), PostKind.REPLY))
                .contains("<h1>Edit your reply</h1>", ">Which scan?</textarea>", "Your reply")
                .doesNotContain("its ratings", "name=\"title\"");
    }

    @Test
    void replies_stand_under_their_advice() {
        Author kite = new Author("kite", "Surgery");
        Instant day = Instant.EPOCH;
        Reply others = new Reply(5, 7, 1, kite, "Which <scan>?", day, false, day.plusSeconds(86_400), null);
        Reply own = new Reply(6, 7, 1, kite, "Thank you.", day, true, null, null);
        Reply hidden = new Reply(8, 7, 1, kite, "Hidden by moderators: uncivil.", day, true, null, "uncivil");
        Comment advice = advice(1, OPEN, null, others, own, hidden);
        assertThat(thread(question(null), false, Consensus.NONE, advice))
                .containsSubsequence(
                        "<li id=\"reply-5\">",
                        "Which &lt;scan&gt;?",
                        "<a href=\"/questions/7/advice/1/replies/5/history\">edited",
                        "href=\"/flag/reply/5\"",
                        "<li id=\"reply-6\">",
                        "href=\"/questions/7/advice/1/replies/6/edit\"",
                        "<li id=\"reply-8\">",
                        "Hidden by moderators: uncivil. You wrote it:",
                        "<a href=\"/questions/7/advice/1/reply\">Reply")
                .doesNotContain("/flag/reply/6", "/replies/5/edit", "/flag/reply/8");
        assertThat(thread(question(new Conclusion("It went well.", day)), false, Consensus.NONE, advice))
                .contains("Thank you.")
                .doesNotContain("/replies/6/edit", "/advice/1/reply\"");
    }

    @Test
    void a_refused_reply_comes_back_beside_its_advice() {
        Form refused =
                new Form(Map.of("text", "x"), Refusal.invalid("reply-reply-length", "text", "Write at least 2."), "");
        assertThat(Rendered.page(pages, "reply.jte", new ReplyPages.ReplyPage(FRAME, advice(1, OPEN, null), refused)))
                .containsSubsequence(
                        "Four weeks.", "action=\"/questions/7/advice/1/reply\"", "Write at least 2.", ">x</textarea>");
    }

    private String edit(Form form, PostKind kind) {
        return Rendered.page(
                pages,
                "edit.jte",
                new EditPages.EditPage(
                        FRAME,
                        "/questions/7/edit",
                        new EditPages.Edited("/questions/7", kind),
                        form,
                        List.of(),
                        Form.EMPTY));
    }

    private static Comment edited(Comment of, int ratings) {
        return new Comment(
                of.id(),
                of.question(),
                of.author(),
                of.text(),
                of.written(),
                of.ratings(),
                of.own(),
                of.mine(),
                of.hindsight(),
                of.wellReceived(),
                new Edited(Instant.EPOCH.plusSeconds(86_400), ratings),
                of.replies(),
                null);
    }

    private String conclude(Question question, Form form, Comment... advice) {
        return Rendered.page(pages, "conclude.jte", new ConcludePage(FRAME, question, List.of(advice), form));
    }

    private String thread(Question question, boolean mine, Consensus consensus, Comment... advice) {
        return thread(question, mine, consensus, Optional.empty(), false, advice);
    }

    private String thread(
            Question question,
            boolean mine,
            Consensus consensus,
            Optional<Poll> poll,
            boolean first,
            Comment... advice) {
        return Rendered.page(
                pages,
                "question.jte",
                new ThreadPage(
                        FRAME,
                        question,
                        mine,
                        List.of(advice),
                        consensus,
                        poll,
                        first,
                        first,
                        Map.of(),
                        Form.EMPTY,
                        Form.EMPTY,
                        Optional.of(new Subscription(Subject.QUESTION, "7", "When?", Level.WATCHING, false))));
    }

    private static Poll poll(Field... ballot) {
        return new Poll(3, "choice", "Which?", List.of(ballot), false, false, 4, 0, List.of());
    }

    private static Field choice(String name, int options) {
        return new Field.SingleChoice(
                name,
                "Rank " + name,
                IntStream.rangeClosed(1, options)
                        .mapToObj(place -> new Field.Option("" + place, "Diagnosis " + place))
                        .toList());
    }

    private static Question question(@Nullable Conclusion conclusion) {
        Author author = new Author("wren", "Surgery");
        return new Question(
                7,
                0,
                author,
                "208600000X",
                "Surgery",
                List.of(),
                "When?",
                "A text.",
                null,
                0,
                Instant.EPOCH,
                conclusion,
                null,
                null);
    }

    private static Comment wellReceived(Comment of) {
        return new Comment(
                of.id(),
                of.question(),
                of.author(),
                of.text(),
                of.written(),
                of.ratings(),
                of.own(),
                of.mine(),
                of.hindsight(),
                true,
                of.edited(),
                of.replies(),
                null);
    }

    private static Comment advice(long id, Ratings ratings, @Nullable Hindsight hindsight, Reply... replies) {
        Author author = new Author("heron" + id, "Internal Medicine");
        return new Comment(
                id,
                7,
                author,
                "Four weeks.",
                Instant.EPOCH,
                ratings,
                false,
                null,
                hindsight,
                false,
                null,
                List.of(replies),
                null);
    }
}
