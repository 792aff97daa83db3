package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.curbside.api.content.Author;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Discussion;
import org.curbside.api.content.Discussions;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionChanged;
import org.curbside.api.event.Event;
import org.curbside.api.membership.Member;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.content.internal.store.CommentRow;
import org.curbside.content.internal.store.CommentStore;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.DiscussionStore;
import org.curbside.content.internal.store.ImportStore;
import org.curbside.content.internal.store.PostStore;
import org.curbside.content.internal.store.QuestionRow;
import org.curbside.content.internal.store.QuestionStore;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.Test;

class DiscussionsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Member WREN = new Member(1, "wren", "208600000X");
    private static final Member HERON = new Member(2, "heron", "208600000X");

    private final List<Event> events = new ArrayList<>();
    private final LocalJpa jpa = Schema.open();
    private final ChannelList channels = new ChannelList(new ChannelStore(jpa));
    private final Screens screens = new Screens();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final WritingGate gate = new WritingGate((member, act) -> {}, () -> {});
    private final QuestionDesk desk = new QuestionDesk(
            new QuestionStore(jpa, (em, event) -> events.add(event)),
            channels,
            screens,
            gate,
            poll -> 0,
            clock,
            () -> {});
    private final Advice advice = new Advice(
            new CommentStore(jpa, (em, event) -> events.add(event)),
            new ConsensusStore(jpa, (em, event) -> {}),
            channels,
            screens,
            gate,
            clock);
    private final Discussions discussions = new DiscussionShelf(new DiscussionStore(jpa), channels);

    DiscussionsTest() {
        screens.addScreening(text -> List.of());
        channels.addCatalogue(() -> List.of(), Map.of());
    }

    @Test
    void a_discussion_is_a_question_with_its_advice_in_order() {
        Question quiet = ask("Which suture is best?");
        Question asked = ask("When to restart it?");
        Comment first = advice.comment(HERON, asked.id(), "After four weeks.", true);
        Comment second = advice.comment(WREN, asked.id(), "Thank you very much.", true);
        assertThat(discussions.of(Set.of(asked.id(), 4711L)))
                .containsExactly(new Discussion(
                        desk.find(asked.id()).orElseThrow(),
                        false,
                        List.of(
                                new Discussion.Contribution(first.id(), first.author(), false, "After four weeks."),
                                new Discussion.Contribution(
                                        second.id(), second.author(), false, "Thank you very much.")),
                        List.of()));
        assertThat(discussions.of(Set.of(quiet.id())).get(0).advice()).isEmpty();
        assertThat(discussions.of(Set.of())).isEmpty();
    }

    @Test
    void all_of_them_are_read_page_by_page_walled_ones_too() {
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.add(ask("Question number " + i).id());
        }
        List<Long> read = new ArrayList<>();
        OptionalLong after = OptionalLong.of(0);
        while (after.isPresent()) {
            var page = discussions.after(after.getAsLong(), 2);
            page.items().forEach(discussion -> read.add(discussion.question().id()));
            after = page.next();
        }
        assertThat(read).containsExactlyElementsOf(asked);
    }

    @Test
    void what_was_taken_over_is_told_apart_and_its_coming_is_told() {
        Member elsewhere = new Member(-7, "somebody (imported)", Channel.ELSEWHERE);
        ImportStore imports = new ImportStore(jpa, (em, event) -> events.add(event));
        long here = imports.store(
                "site",
                1,
                new QuestionRow(elsewhere, Channel.PRACTICE, List.of(), "Title of it", "Text of it", null, NOW));
        imports.store("site", 2, new CommentRow(elsewhere, here, "An answer.", NOW), 1, 0);
        Discussion discussion = discussions.of(Set.of(here)).get(0);
        assertThat(discussion.imported()).isTrue();
        assertThat(discussion.advice())
                .extracting(Discussion.Contribution::imported)
                .containsExactly(true);
        assertThat(discussion.advice())
                .extracting(Discussion.Contribution::author)
                .extracting(Author::pseudonym)
                .containsExactly("somebody (imported)");
        assertThat(events).containsExactly(new QuestionChanged(here), new QuestionChanged(here));
    }

    @Test
    void closing_and_opening_again_is_told() {
        Question asked = ask("When to restart it?");
        events.clear();
        desk.conclude(WREN, asked.id(), new NewConclusion("After four weeks.", Map.of(), true));
        desk.reopen(WREN, asked.id());
        assertThat(events.stream().filter(QuestionChanged.class::isInstance))
                .containsExactly(new QuestionChanged(asked.id()), new QuestionChanged(asked.id()));
    }

    @Test
    void what_is_hidden_is_left_out_until_it_is_restored() {
        PostStore posts = new PostStore(jpa, (em, event) -> events.add(event));
        Question hidden = ask("Which suture is best?");
        Question asked = ask("When to restart it?");
        Comment rude = advice.comment(HERON, asked.id(), "Ask somebody who knows.", true);
        Discussion whole = discussions.of(Set.of(asked.id())).get(0);
        posts.hide(PostKind.QUESTION, hidden.id(), "spam", NOW);
        posts.hide(PostKind.ADVICE, rude.id(), "uncivil", NOW);
        assertThat(discussions.of(Set.of(hidden.id(), asked.id())))
                .extracting(
                        found -> found.question().id(), found -> found.advice().size())
                .containsExactly(tuple(asked.id(), 0));
        assertThat(discussions.after(0, 10).items()).hasSize(1);
        posts.hide(PostKind.ADVICE, rude.id(), null, NOW);
        assertThat(discussions.of(Set.of(asked.id())).get(0).advice()).isEqualTo(whole.advice());
    }

    private Question ask(String title) {
        return desk.ask(
                WREN,
                new NewQuestion(Channel.PRACTICE, title, "A text that is long enough for it.", List.of(), null, true));
    }
}
