package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Discussion;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewEdit;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostHidden;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.PostRestored;
import org.curbside.api.content.QuestionChanged;
import org.curbside.api.content.Reply;
import org.curbside.api.content.ReplyGiven;
import org.curbside.api.content.Revision;
import org.curbside.api.event.Event;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.content.internal.store.CommentStore;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.DiscussionStore;
import org.curbside.content.internal.store.PostStore;
import org.curbside.content.internal.store.QuestionStore;
import org.curbside.content.internal.store.ReplyStore;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.specialty.Specialty;
import org.curbside.store.Outbox;
import org.curbside.testkit.MovableClock;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String MEDICINE = "207R00000X";
    private static final Member WREN = new Member(1, "wren", MEDICINE);
    private static final Member OWL = new Member(2, "owl", MEDICINE);
    private static final Member RAIL = new Member(3, "rail", MEDICINE);
    private static final Member KITE = new Member(4, "kite", MEDICINE);

    private final List<Event> events = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final MovableClock clock = new MovableClock(NOW);
    private QuestionDesk desk;
    private Advice advice;
    private Conversation conversation;
    private Postings posts;
    private DiscussionShelf discussions;
    private long question;
    private long given;

    @BeforeEach
    void open() {
        LocalJpa jpa = Schema.open();
        Outbox outbox = (em, event) -> events.add(event);
        Screens screens = new Screens();
        screens.addScreening(text -> text.contains("Jane Doe")
                ? List.of(new Concern(
                        text.indexOf("Jane Doe"),
                        text.indexOf("Jane Doe") + "Jane Doe".length(),
                        "name",
                        Concern.Severity.BLOCK,
                        "Take out the name."))
                : List.of());
        ChannelList channels = new ChannelList(new ChannelStore(jpa));
        channels.addCatalogue(
                () -> List.of(new Specialty(
                        MEDICINE, "Internal Medicine", Set.of(MEDICINE), List.of(), List.of(), List.of())),
                Map.of());
        WritingGate gate = new WritingGate((member, act) -> acts.add(act), () -> {});
        desk = new QuestionDesk(new QuestionStore(jpa, outbox), channels, screens, gate, poll -> 77, clock, () -> {});
        advice = new Advice(
                new CommentStore(jpa, outbox), new ConsensusStore(jpa, outbox), channels, screens, gate, clock);
        conversation = new Conversation(new ReplyStore(jpa, outbox), channels, screens, gate, clock);
        posts = new Postings(new PostStore(jpa, outbox), channels, clock);
        discussions = new DiscussionShelf(new DiscussionStore(jpa), channels);
        question = desk.ask(
                        WREN,
                        new NewQuestion(
                                MEDICINE,
                                "When to restart?",
                                "After a small subdural, before apixaban.",
                                List.of("apixaban"),
                                null,
                                false))
                .id();
        given = advice.comment(OWL, question, "Four weeks, then a scan.", true).id();
        events.clear();
        acts.clear();
    }

    @Test
    void replies_stand_under_their_advice_in_the_order_in_which_they_were_written() {
        long other = advice.comment(RAIL, question, "Never.", true).id();
        Reply first = conversation.reply(WREN, given, "  Which scan?  ", false);
        clock.pass(Duration.ofMinutes(1));
        conversation.reply(OWL, given, "A plain CT.", false);
        conversation.reply(WREN, other, "Why?", false);
        assertThat(first.text()).isEqualTo("Which scan?");
        assertThat(first.author().pseudonym()).isEqualTo("wren");
        assertThat(first.comment()).isEqualTo(given);
        assertThat(first.question()).isEqualTo(question);
        assertThat(first.own()).isTrue();
        assertThat(acts).containsExactly(Act.ADVISE, Act.REPLY, Act.REPLY, Act.REPLY);
        assertThat(on(given)).extracting(Reply::text).containsExactly("Which scan?", "A plain CT.");
        assertThat(on(given)).noneMatch(Reply::own);
        assertThat(on(other)).extracting(Reply::text).containsExactly("Why?");
        assertThat(desk.find(question).orElseThrow().comments()).isEqualTo(2);
    }

    @Test
    void whom_a_reply_concerns_is_told_and_nobody_else() {
        advice.comment(KITE, question, "Never.", true);
        events.clear();
        Reply first = conversation.reply(RAIL, given, "Which scan?", false);
        Reply second = conversation.reply(OWL, given, "A plain CT.", false);
        assertThat(events)
                .containsExactly(
                        new ReplyGiven(question, given, first.id(), 3, Set.of(1L, 2L), NOW),
                        new ReplyGiven(question, given, second.id(), 2, Set.of(1L, 3L), NOW));
    }

    @Test
    void a_reply_is_edited_by_its_author_and_keeps_what_it_said() {
        long reply = conversation.reply(WREN, given, "Which scan?", false).id();
        events.clear();
        clock.pass(Duration.ofMinutes(1));
        Reply edited = conversation.edit(WREN, reply, edit("Which scan, and when?", false));
        assertThat(edited.text()).isEqualTo("Which scan, and when?");
        assertThat(edited.edited()).isEqualTo(clock.instant());
        assertThat(conversation.history(reply))
                .containsExactly(new Revision(null, "Which scan?", NOW, clock.instant(), 0, false));
        assertThat(events).containsExactly(new QuestionChanged(question));
        conversation.edit(WREN, reply, edit("Which scan, and when?", true));
        assertThat(conversation.history(reply)).hasSize(1).allMatch(Revision::erased);
        assertRefused("not-the-author", () -> conversation.edit(OWL, reply, edit("None.", false)));
        assertRefused("no-such-reply", () -> conversation.edit(WREN, reply + 1_000, edit("None.", false)));
        assertRefused("could-identify", () -> conversation.edit(WREN, reply, edit("Jane Doe asks.", false)));
    }

    @Test
    void what_cannot_be_replied_to_is_said() {
        assertRefused("no-such-comment", () -> conversation.reply(WREN, given + 1_000, "Which scan?", false));
        assertRefused("reply-reply-length", () -> conversation.reply(WREN, given, " ", false));
        assertRefused("reply-reply-length", () -> conversation.reply(WREN, given, "x".repeat(1_001), false));
        assertRefused("could-identify", () -> conversation.reply(WREN, given, "For Jane Doe?", true));
        posts.hide(PostKind.ADVICE, given, "unsafe advice");
        assertRefused("post-hidden", () -> conversation.reply(WREN, given, "Which scan?", false));
        posts.restore(PostKind.ADVICE, given);
        long reply = conversation.reply(WREN, given, "Which scan?", false).id();
        desk.conclude(WREN, question, new NewConclusion("Restarted after six weeks.", null, true));
        assertRefused("question-closed", () -> conversation.reply(WREN, given, "Thank you.", false));
        assertRefused("question-closed", () -> conversation.edit(WREN, reply, edit("Thank you.", false)));
        assertThat(on(given)).hasSize(1);
    }

    @Test
    void there_are_so_many_replies_and_no_more() {
        for (int reply = 0; reply < 100; reply++) {
            conversation.reply(WREN, given, "Number " + reply, false);
        }
        assertRefused("too-many-replies", () -> conversation.reply(WREN, given, "Number 100", false));
        assertThat(on(given)).hasSize(100);
    }

    @Test
    void a_hidden_reply_says_why_and_counts_for_nothing_in_any_topic() {
        long reply = conversation.reply(RAIL, given, "Which scan?", false).id();
        conversation.edit(RAIL, reply, edit("Which scan, please?", false));
        events.clear();
        posts.hide(PostKind.REPLY, reply, "uncivil");
        Reply hidden = on(given).get(0);
        assertThat(hidden.text()).isEqualTo("Hidden by moderators: uncivil.");
        assertThat(hidden.toString()).doesNotContain("rail").doesNotContain("scan");
        assertThat(conversation.history(reply)).isEmpty();
        assertRefused("post-hidden", () -> conversation.edit(RAIL, reply, edit("None.", false)));
        assertThat(discussion().replies()).isEmpty();
        posts.hide(PostKind.REPLY, reply, "uncivil");
        posts.restore(PostKind.REPLY, reply);
        assertThat(on(given).get(0).text()).isEqualTo("Which scan, please?");
        assertThat(events)
                .containsExactly(
                        new PostHidden(PostKind.REPLY, reply, question, null, List.of(), NOW, NOW),
                        new PostRestored(PostKind.REPLY, reply, question, null, List.of(), NOW, NOW));
        posts.hide(PostKind.REPLY, 4_711, "uncivil");
        assertThat(events).hasSize(2);
    }

    @Test
    void moderators_see_whose_a_reply_is_and_who_took_part_in_what() {
        long reply = conversation.reply(RAIL, given, "Which scan?", false).id();
        Post post = posts.find(PostKind.REPLY, reply).orElseThrow();
        assertThat(post.kind()).isEqualTo(PostKind.REPLY);
        assertThat(post.member()).isEqualTo(3);
        assertThat(post.question()).isEqualTo(question);
        assertThat(post.title()).isEqualTo("When to restart?");
        assertThat(post.text()).isEqualTo("Which scan?");
        assertThat(posts.find(PostKind.REPLY, 4_711)).isEmpty();
        assertThat(posts.involving(3, List.of(question))).containsExactly(question);
        assertThat(posts.involving(4, List.of(question))).isEmpty();
    }

    @Test
    void what_was_replied_is_found_at_its_advice_unless_that_is_hidden() {
        conversation.reply(RAIL, given, "Which scan?", false);
        assertThat(discussion().replies())
                .extracting(Discussion.Contribution::id, Discussion.Contribution::text)
                .containsExactly(tuple(given, "Which scan?"));
        posts.hide(PostKind.ADVICE, given, "unsafe advice");
        assertThat(discussion().replies()).isEmpty();
        assertThat(on(given)).isEmpty();
    }

    private Discussion discussion() {
        return discussions.of(Set.of(question)).get(0);
    }

    private List<Reply> on(long comment) {
        return advice.on(question, KITE).stream()
                .filter(one -> one.id() == comment)
                .map(Comment::replies)
                .findFirst()
                .orElseThrow();
    }

    private static NewEdit edit(String text, boolean erases) {
        return new NewEdit(null, text, erases, true);
    }

    private static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }
}
