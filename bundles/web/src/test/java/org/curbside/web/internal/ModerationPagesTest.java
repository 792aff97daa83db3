package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.curbside.api.content.PostKind;
import org.curbside.api.moderation.Case;
import org.curbside.api.moderation.Case.State;
import org.curbside.api.moderation.Case.Todo;
import org.curbside.api.moderation.Civility;
import org.curbside.api.moderation.Decision;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.ModerationNotice;
import org.curbside.api.moderation.ModerationStatistics;
import org.curbside.api.moderation.Queue;
import org.curbside.api.moderation.Rule;
import org.curbside.api.refusal.Refusal;
import org.curbside.web.internal.FlagPages.FlagPage;
import org.curbside.web.internal.ModerationNoticePages.NoticesPage;
import org.curbside.web.internal.ModerationNoticePages.Transparency;
import org.curbside.web.internal.ModerationPages.CasePage;
import org.curbside.web.internal.ModerationPages.QueuePage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModerationPagesTest {

    private static final Frame FRAME = new Frame("Moderation", "egret", "moderator", "", "");
    private static final Decision HIDDEN = new Decision(
            Measure.HIDE, Rule.PATIENT, "A place and a year.", "Moderator, Surgery", Instant.EPOCH, null, null, null);

    private final Pages pages = new Pages();

    @Test
    void only_who_has_taken_a_case_can_decide_it() {
        assertThat(shown(Todo.DECIDE, null, false, Form.EMPTY))
                .contains("Take this case")
                .doesNotContain("Why</label>");
        assertThat(shown(Todo.DECIDE, "Moderator, Surgery", false, Form.EMPTY))
                .contains("Moderator, Surgery looks at this")
                .doesNotContain("Take this case");
        assertThat(shown(Todo.DECIDE, "Moderator, Surgery", true, Form.EMPTY)).contains("Dismiss: nothing is wrong");
        assertThat(shown(Todo.SECOND, "Operator", true, Form.EMPTY)).contains("On the proposed ban");
        assertThat(shown(Todo.HEAR, "Operator", true, Form.EMPTY)).contains("On the appeal");
        assertThat(shown(Todo.NOTHING, null, false, Form.EMPTY)).contains("nothing here that you could decide");
    }

    @Test
    void a_decision_that_was_not_taken_comes_back_as_it_was() {
        Form form = new Form(
                java.util.Map.of("words", "No & never.", "rule", "unsafe"),
                Refusal.invalid("words-length", "words", "Write 10 to 1,000 characters."),
                "");
        assertThat(shown(Todo.DECIDE, "Operator", true, form))
                .contains("No &amp; never.")
                .contains("<option value=\"unsafe\" selected>")
                .contains("href=\"#words\"");
    }

    @Test
    void moderators_find_their_queue_and_members_do_not() {
        Queue.Entry entry = new Queue.Entry(
                3, PostKind.ADVICE, "Surgery", "When?", Rule.UNSAFE, 2, Instant.EPOCH, State.OPEN, true, null);
        Queue queue = new Queue(List.of(entry), List.of(new Queue.Count("Surgery", 1)));
        assertThat(Rendered.page(pages, "moderation.jte", new QueuePage(FRAME, queue)))
                .contains("href=\"/moderation\">Moderation</a>")
                .contains("unsafe advice, 2 flags, hidden now")
                .contains("Surgery: 1");
        assertThat(Rendered.page(pages, "moderation.jte", new QueuePage(FRAME, new Queue(List.of(), List.of()))))
                .contains("Nothing waits for you.");
        Frame member = new Frame("Notices", "wren", "member", "", "");
        assertThat(notices(member, List.of(), ""))
                .doesNotContain("href=\"/moderation\"")
                .contains("None of your posts");
    }

    @Test
    void authors_read_why_and_can_answer_once() {
        ModerationNotice open = notice(State.DECIDED, true, HIDDEN, null, true);
        assertThat(notices(FRAME, List.of(open), "until 7 March 2026"))
                .contains("Your post is hidden")
                .contains("A place and a year.")
                .contains("Your appeal")
                .contains("write nothing until 7 March 2026")
                .contains("Courteous 4, blunt 1, uncivil 0");
        assertThat(notices(FRAME, List.of(notice(State.APPEALED, true, HIDDEN, "I made it up.", false)), ""))
                .contains("I made it up.")
                .contains("Somebody else will decide")
                .doesNotContain("Your appeal</label>");
        assertThat(notices(FRAME, List.of(notice(State.OPEN, true, null, null, false)), ""))
                .contains("Hidden until a moderator has looked");
        assertThat(NoticesPage.heading(notice(State.REVERSED, false, HIDDEN, "Made up.", false)))
                .startsWith("Taken back");
    }

    @Test
    void small_numbers_are_not_told() {
        ModerationStatistics.Report report = new ModerationStatistics.Report(
                List.of(new ModerationStatistics.Count("PATIENT", 7L), new ModerationStatistics.Count("UNCIVIL", null)),
                List.of(new ModerationStatistics.Count("DISMISS", 6L)),
                90L,
                null,
                null,
                null);
        assertThat(Rendered.page(pages, "transparency.jte", new Transparency(FRAME, report)))
                .contains("could identify a patient</th><td class=\"number\">7")
                .contains("uncivil</th><td class=\"number\">fewer than 5")
                .contains("1 hour")
                .contains("too few to say");
    }

    @Test
    void who_flags_sees_the_post_and_not_whose_it_is() {
        FlagPage page = new FlagPage(FRAME, PostKind.ADVICE, 9, 7, "Give <much> of it.", Form.EMPTY);
        assertThat(Rendered.page(pages, "flag.jte", page))
                .contains("Give &lt;much&gt; of it.")
                .contains("action=\"/flag/advice/9\"")
                .contains("href=\"/questions/7\"");
    }

    private String shown(Todo todo, @Nullable String claimedBy, boolean claimed, Form form) {
        Case flagged = new Case(
                3,
                PostKind.ADVICE,
                9,
                7,
                "Surgery",
                "wren",
                "When?",
                "Give it.",
                Instant.EPOCH,
                State.OPEN,
                5,
                false,
                claimedBy,
                claimed,
                List.of(new Case.Reason(Rule.UNSAFE, 2, List.of("Ten times too much."))),
                List.of(),
                null,
                null,
                null,
                todo);
        return Rendered.page(pages, "moderation-case.jte", new CasePage(FRAME, flagged, List.of(), form));
    }

    private String notices(Frame frame, List<ModerationNotice> notices, String suspended) {
        return Rendered.page(
                pages,
                "moderation-notices.jte",
                new NoticesPage(frame, notices, suspended, Optional.of(new Civility(4, 1, 0)), Form.EMPTY, 0));
    }

    private static ModerationNotice notice(
            State state, boolean hidden, @Nullable Decision decision, @Nullable String said, boolean mayAnswer) {
        return new ModerationNotice(
                3, PostKind.ADVICE, 7, "When?", "Give it.", Instant.EPOCH, state, hidden, decision, said, mayAnswer);
    }
}
