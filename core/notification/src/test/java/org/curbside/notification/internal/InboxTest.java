package org.curbside.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.curbside.notification.internal.Community.ADVISER;
import static org.curbside.notification.internal.Community.ASKER;
import static org.curbside.notification.internal.Community.NOW;
import static org.curbside.notification.internal.Community.READER;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.curbside.api.membership.Member;
import org.curbside.api.notification.Happening;
import org.curbside.api.notification.InboxEntry;
import org.curbside.api.notification.Level;
import org.curbside.api.notification.News;
import org.curbside.api.notification.Subject;
import org.curbside.api.paging.Page;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final Community community = new Community();
    private final InboxDesk inbox = community.inbox();

    @Test
    void whoever_asked_is_told_of_advice_and_whoever_advised_is_not_of_their_own() {
        community.ask(ASKER, 10, "cardiology");
        community.advise(ADVISER, 10);
        community.advise(ADVISER, 10);
        assertThat(community.inboxOf(ASKER))
                .containsExactly(new InboxEntry(
                        5, 10, "Question 10", "cardiology", false, 2, 0, false, false, false, false, NOW, false));
        assertThat(community.inboxOf(ADVISER)).isEmpty();
        community.conclude(ASKER, 10);
        assertThat(community.inboxOf(ADVISER)).extracting(InboxEntry::concluded).containsExactly(true);
        assertThat(community.inboxOf(ASKER)).extracting(InboxEntry::concluded).containsExactly(false);
    }

    @Test
    void a_reply_is_told_to_those_whom_it_concerns_unless_they_watch_the_question_no_more() {
        community.ask(ASKER, 10, "cardiology");
        community.advise(ADVISER, 10);
        community.subscriptions.choose(READER, Subject.QUESTION, "10", Level.WATCHING);
        community.reply(ASKER, 10, ADVISER.id());
        assertThat(community.inboxOf(ADVISER)).extracting(InboxEntry::replies).containsExactly(1);
        assertThat(community.inboxOf(READER)).extracting(InboxEntry::replies).isEmpty();
        community.subscriptions.choose(ADVISER, Subject.QUESTION, "10", Level.MUTED);
        community.reply(ASKER, 10, ADVISER.id());
        assertThat(community.inboxOf(ADVISER)).extracting(InboxEntry::replies).containsExactly(1);
        assertThat(community.inboxOf(ASKER)).extracting(InboxEntry::replies).containsExactly(0);
    }

    @Test
    void an_event_that_comes_twice_is_told_once() {
        community.ask(ASKER, 10, "cardiology");
        community.advise(ADVISER, 10);
        community.again(ADVISER, 10, community.position());
        assertThat(community.inboxOf(ASKER)).extracting(InboxEntry::advice).containsExactly(1);
        assertThat(inbox.after(0)).hasSize(2);
    }

    @Test
    void telling_goes_on_where_it_broke_off() throws SQLException {
        community.run("insert into subscription (member, subject, name, chosen)"
                + " select x, 'SPECIALTY', 'cardiology', 'WATCHING' from system_range(100, 1199)");
        community.ask(ASKER, 10, "cardiology");
        community.breakOffAfter(2);
        assertThatThrownBy(() -> community.advise(ADVISER, 10)).hasMessage("planted");
        assertThat(inbox.after(0)).hasSize(1);
        community.breakOffAfter(Integer.MAX_VALUE);
        community.again(ADVISER, 10, community.position());
        for (int member : List.of(100, 650, 1_199)) {
            assertThat(community.inboxOf(new Member(member, "m" + member, "S")))
                    .extracting(InboxEntry::advice)
                    .containsExactly(1);
        }
        assertThat(inbox.after(0)).hasSize(2);
    }

    @Test
    void that_few_agree_is_told_to_the_author_alone() {
        community.subscriptions.choose(READER, Subject.SPECIALTY, "cardiology", Level.WATCHING);
        community.ask(ASKER, 10, "cardiology");
        inbox.readAll(READER);
        community.disagree(ADVISER, 10);
        assertThat(community.inboxOf(ADVISER)).extracting(InboxEntry::minority).containsExactly(true);
        assertThat(community.inboxOf(ASKER)).isEmpty();
        assertThat(inbox.unread(READER)).isZero();
    }

    @Test
    void what_moderators_did_is_told_to_the_author_alone() {
        community.subscriptions.choose(READER, Subject.SPECIALTY, "cardiology", Level.WATCHING);
        community.ask(ASKER, 10, "cardiology");
        inbox.readAll(READER);
        community.moderate(ADVISER, 10, false);
        assertThat(inbox.unread(ADVISER)).isZero();
        community.moderate(ADVISER, 10, true);
        assertThat(community.inboxOf(ADVISER)).extracting(InboxEntry::moderated).containsExactly(true);
        assertThat(community.inboxOf(ASKER)).isEmpty();
        assertThat(inbox.unread(READER)).isZero();
        community.advise(READER, 10);
        assertThat(community.inboxOf(ADVISER)).extracting(InboxEntry::advice).containsExactly(0);
    }

    @Test
    void what_a_saved_search_finds_is_told_to_whoever_keeps_it_alone() {
        community.ask(ASKER, 10, "cardiology");
        community.find(READER, 10);
        community.find(READER, 10);
        assertThat(community.inboxOf(READER)).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.found()).isTrue();
            assertThat(entry.asked()).isFalse();
        });
        assertThat(community.inboxOf(ASKER)).isEmpty();
        community.advise(ADVISER, 10);
        assertThat(community.inboxOf(READER)).extracting(InboxEntry::advice).containsExactly(0);
    }

    @Test
    void who_watches_a_specialty_is_told_of_questions_and_advice_there() {
        community.subscriptions.choose(READER, Subject.SPECIALTY, "cardiology", Level.WATCHING);
        community.ask(ASKER, 10, "cardiology");
        community.ask(ASKER, 11, "neurology");
        community.advise(ADVISER, 10);
        assertThat(community.inboxOf(READER)).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.question()).isEqualTo(10);
            assertThat(entry.asked()).isTrue();
            assertThat(entry.advice()).isEqualTo(1);
        });
    }

    @Test
    void opening_a_question_reads_what_was_told_of_it_and_what_comes_later_is_told_alone() {
        community.ask(ASKER, 10, "cardiology");
        community.advise(ADVISER, 10);
        community.ask(ASKER, 11, "cardiology");
        community.advise(ADVISER, 11);
        assertThat(inbox.unread(ASKER)).isEqualTo(2);
        inbox.opened(ASKER, community.question(10));
        assertThat(inbox.unread(ASKER)).isEqualTo(1);
        assertThat(community.inboxOf(ASKER)).extracting(InboxEntry::read).containsExactly(false, true);
        community.advise(ADVISER, 10);
        assertThat(community.inboxOf(ASKER)).extracting(InboxEntry::question).containsExactly(10L, 11L);
        assertThat(community.inboxOf(ASKER)).extracting(InboxEntry::advice).containsExactly(1, 1);
        inbox.read(ASKER, 11);
        inbox.readAll(ASKER);
        assertThat(inbox.unread(ASKER)).isZero();
    }

    @Test
    void a_question_that_is_no_longer_shown_is_left_out_and_told_to_nobody() {
        community.ask(ASKER, 10, "cardiology");
        community.advise(ADVISER, 10);
        community.questions.clear();
        assertThat(community.inboxOf(ASKER)).isEmpty();
        community.again(ADVISER, 10, 9);
        assertThat(inbox.after(0)).hasSize(2);
    }

    @Test
    void the_latest_come_first_and_page_by_page() {
        for (long id = 1; id <= 3; id++) {
            community.ask(ASKER, id, "cardiology");
            community.advise(ADVISER, id);
        }
        Page<InboxEntry> first = inbox.entries(ASKER, Long.MAX_VALUE, 2);
        assertThat(first.items()).extracting(InboxEntry::question).containsExactly(3L, 2L);
        Page<InboxEntry> last = inbox.entries(ASKER, first.next().orElseThrow(), 2);
        assertThat(last.items()).extracting(InboxEntry::question).containsExactly(1L);
        assertThat(last.next()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void pages_that_are_open_hear_of_everything_in_order() {
        community.ask(ASKER, 10, "cardiology");
        community.advise(ADVISER, 10);
        community.conclude(ASKER, 10);
        assertThat(inbox.latest()).isEqualTo(6);
        assertThat(inbox.after(2))
                .extracting(Happening::kind)
                .containsExactly(Happening.Kind.ADVICE_GIVEN, Happening.Kind.QUESTION_CONCLUDED);
        assertThat(inbox.unread(List.of(ASKER.id(), ADVISER.id(), READER.id())))
                .isEqualTo(Map.of(ASKER.id(), 1, ADVISER.id(), 1));
        assertThat(inbox.unread(List.of())).isEmpty();
    }

    @Test
    void what_is_old_is_taken_away_what_was_read_sooner() {
        community.ask(ASKER, 10, "cardiology");
        community.advise(ADVISER, 10);
        community.ask(ASKER, 11, "cardiology");
        community.advise(ADVISER, 11);
        inbox.opened(ASKER, community.question(10));
        community.inboxAt(NOW.plus(Duration.ofDays(31))).tidy();
        assertThat(community.inboxOf(ASKER)).extracting(InboxEntry::question).containsExactly(11L);
        community.inboxAt(NOW.plus(Duration.ofDays(181))).tidy();
        assertThat(community.inboxOf(ASKER)).isEmpty();
    }

    @Test
    void of_one_member_the_latest_five_hundred_are_kept() throws SQLException {
        community.ask(READER, 502, "cardiology");
        community.run(
                "insert into inbox_entry (member, question, moved, asked, advice, concluded, minority, moderated, happened, seen)"
                        + " select 1, x, x, false, 1, false, false, false, timestamp '2026-03-04 05:06:07', false"
                        + " from system_range(1, 502)");
        inbox.tidy();
        assertThat(inbox.unread(ASKER)).isEqualTo(500);
        assertThat(community.inboxOf(ASKER)).extracting(InboxEntry::question).containsExactly(502L);
    }

    @Test
    void of_what_happened_the_latest_thousand_are_kept() throws SQLException {
        community.run("insert into happening select 2 * x, 'ADVICE_GIVEN', x, 'cardiology', false, 2"
                + " from system_range(1, 1010)");
        community.run("insert into notification_position values ('clock', 2020, 0)");
        inbox.tidy();
        assertThat(inbox.after(0))
                .hasSize(200)
                .first()
                .extracting(Happening::id)
                .isEqualTo(22L);
    }

    @Test
    void whoever_is_told_is_rung_for_and_whoever_did_it_is_not() {
        community.ask(ASKER, 7, "cardiology");
        community.advise(ADVISER, 7);
        assertThat(community.rung).containsExactly(ASKER.id());
        community.again(ADVISER, 7, community.position());
        assertThat(community.rung).as("not twice for one event").containsExactly(ASKER.id());
        community.disagree(ADVISER, 7);
        assertThat(community.rung).containsExactly(ASKER.id(), ADVISER.id());
    }

    @Test
    void one_is_reminded_of_what_came_since_one_looked_or_was_reminded() {
        community.ask(ASKER, 7, "cardiology");
        community.ask(ASKER, 8, "cardiology");
        assertThat(community.inbox().news(ASKER.id())).isEqualTo(new News(0, 0));
        community.advise(ADVISER, 7);
        community.advise(ADVISER, 8);
        News news = community.inbox().news(ASKER.id());
        assertThat(news.questions()).isEqualTo(2);

        community.advise(READER, 7);
        community.inbox().reminded(ASKER.id(), news);
        assertThat(community.inbox().news(ASKER.id()).questions())
                .as("what came meanwhile")
                .isEqualTo(1);

        community.inboxOf(ASKER);
        assertThat(community.inbox().news(ASKER.id()).questions())
                .as("whoever looked, without opening anything")
                .isZero();
        assertThat(community.inbox().unread(ASKER)).isEqualTo(2);
        community.advise(READER, 8);
        assertThat(community.inbox().news(ASKER.id()).questions()).isEqualTo(1);
        community.inbox().read(ASKER, 8);
        assertThat(community.inbox().news(ASKER.id()).questions()).isZero();
    }
}
